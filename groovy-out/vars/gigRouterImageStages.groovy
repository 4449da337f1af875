// Generated from vars/gigRouterImageStages.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterImageStagesParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Builders
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * The stages of gigRouterPipeline that build the image, load it and scan it. Whoever calls it removes the image in a `finally`
 * (`gigImageLoad.remove`).
 * @return id of the image; `''` when none was built
 * @example gigRouterImageStages(reference: 'registry.example.com/orders:42-a3f5c21', commit: env.GIT_COMMIT)
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigRouterImageStages', GigRouterImageStagesParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    Map tools = parameters.tools != null ? parameters.tools : [:]
    String reference = parameters.reference
    String commit = parameters.commit
    String needless = parameters.needless ?: ''
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    def image = parameters.image != null ? parameters.image : [:]
    def trivy = parameters.trivy != null ? parameters.trivy : [:]
    String region = parameters.region ?: ''
    String reportRoot = parameters.reportRoot != null ? parameters.reportRoot : '.'

    String refusal = image == false ? 'image is off' : needless
    stage('Kaniko Build (to tar)') {
        if (image == false || refusal != '') {
            echo("Skipped: ${refusal}")
        } else {
            build(image, tools, reference, commit, backendDir, region)
        }
    }
    String id = stage('Load Image for Trivy Scan') {
        if (refusal != '') {
            echo("Skipped: ${refusal}")
            return ''
        }
        if (Builders.isBuiltWithoutDocker(image)) {
            echo('There is no Docker to load it into: scan and push read the archive.')
            return gigImageId.perform([:])
        }
        return gigImageLoad.perform([reference: reference])
    }
    stage('Trivy Security Scan') {
        if (trivy == false) {
            echo('Skipped: trivy is off')
        } else if (refusal != '') {
            echo("Skipped: ${refusal}")
        } else {
            gigTrivyScan.perform(trivy + [reportRoot: reportRoot, tool: tools.trivy != null ? tools.trivy : [:]])
        }
    }
    return id
}

private void build(Map image, Map tools, String reference, String commit, String directory, String region) {
    // What a pull request builds must not become part of other builds.
    Map settings = image +
        [
            tool: tools.kaniko != null ? tools.kaniko : [:],
            reference: reference,
            context: image.context != null ? image.context : directory,
            labels: (image.labels != null ? image.labels : [:]) +
                [
                    'org.opencontainers.image.revision': commit,
                    'io.gig-ci.job': env.JOB_NAME ?: '',
                    'io.gig-ci.number': Numbers.toText(currentBuild.number),
                ],
            writeCache: env.CHANGE_ID == null,
        ]
    if (usesCacheRegistry(image)) {
        def failed = null
        try {
            // The login is good for the registry of the layers, and removed again before anything is published.
            String login = logInToCache(image, region, tools.aws != null ? tools.aws : [:])
            gigImageBuild.perform(settings + [login: login])
        } catch (Throwable thrown) {
            failed = thrown
            throw thrown
        } finally {
            try {
                gigEcrLogin.logout()
            } catch (FlowInterruptedException interruption) {
                throw interruption
            } catch (Exception later) {
                Flow.failedWhileCleaningUp(this, failed, later)
            }
        }
    } else if (keepsNoLayers(image)) {
        // Commands of its Dockerfile, which nobody has reviewed yet, could read the login or the layers.
        echo('Without a cache: pull request')
        gigImageBuild.perform(settings + [cache: 'none'])
    } else {
        gigImageBuild.perform(settings)
    }
}

/** Whether this is a pull request whose layers, or those that it would read, are none of its business. */
private keepsNoLayers(Map parameters) {
    String builder = parameters.builder
    String cache = parameters.cache

    // Buildah cannot read layers without storing others.
    def stores = cache == 'registry' || builder == 'buildah' && cache == 'local'
    return env.CHANGE_FORK != null || stores && env.CHANGE_ID != null
}

/** Whether this build logs in to the registry of the layers. */
def usesCacheRegistry(Map image) {
    return image.cache == 'registry' && env.CHANGE_ID == null
}

private String logInToCache(Map parameters, String region, Map tool) {
    String cacheRepo = parameters.cacheRepo ?: ''
    String cacheCredentialsId = parameters.cacheCredentialsId

    String registry = Text.split(cacheRepo, '/')[0] ?: ''
    Map value = cacheCredentialsId == null
        ? gigEcrLogin.perform([tool: tool, region: region, registry: registry])
        : gigEcrLogin.perform([tool: tool, region: region, registry: registry, credentialsId: cacheCredentialsId])
    String login = value.login
    return login
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}
