// Generated from vars/gigImageBuild.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigImageBuildParameters
import gigci.runtime.DryRun
import gigci.runtime.Maps
import gigci.runtime.Parameters
import gigci.runtime.Patterns
import gigci.runtime.Shell
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Builds an image with Kaniko, without a Docker daemon in the build, and leaves it as a tar archive. Nothing is pushed.
 * @return path of the archive, relative to the workspace
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', context: 'backend', cache: 'local')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigImageBuild', GigImageBuildParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String reference = parameters.reference
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'
    String context = parameters.context != null ? parameters.context : '.'
    String dockerfile = parameters.dockerfile != null ? parameters.dockerfile : 'Dockerfile'
    String target = parameters.target
    Map buildArgs = parameters.buildArgs != null ? parameters.buildArgs : [:]
    Map labels = parameters.labels != null ? parameters.labels : [:]
    String cache = parameters.cache ?: 'none'
    String cacheRepo = parameters.cacheRepo
    def writeCache = parameters.writeCache != null ? parameters.writeCache : true
    String login = parameters.login

    if (cache == 'registry' && cacheRepo == null) {
        error('image.cache is \'registry\': image.cacheRepo must name the repository for layers.')
    }
    Map scriptResult = withEnv(Shell.environment([
        GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
        GIG_IMAGE: Images.toolImage('kaniko', env.GIG_IMAGE_MIRROR),
        GIG_DESTINATION: reference,
        GIG_CONTEXT: context,
        GIG_DOCKERFILE: dockerfile,
        GIG_TARGET: target,
        GIG_ARGUMENTS: assignments(buildArgs),
        GIG_LABELS: assignments(labels),
        GIG_CACHE_VOLUME: cache == 'local' ? cacheVolume(reference) : null,
        GIG_CACHE_REPOSITORY: cache == 'registry' ? cacheRepo : null,
        GIG_CACHE_WRITE: writeCache,
        GIG_LOGIN: login,
        GIG_ARCHIVE: archive,
    ])) {
        return Shell.outputs(
            [problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/kaniko-build.sh', encoding: 'UTF-8'),
                label: 'kaniko-build.sh',
                returnStdout: true
            )
        )
    }
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigImageBuild', problem))
    }
    return archive
}

@NonCPS
private List assignments(Map values) {
    return Maps.entries(values).collect { entry ->
        String name = entry[0]
        String value = entry[1]
        return "${name}=${value}".toString()
    }
}

/** One volume for each repository: layers of one service are of no use to another. */
@NonCPS
private String cacheVolume(String reference) {
    String repository = Text.slice(reference, 0, reference.lastIndexOf(':'))
    return "gig-ci-kaniko-${Patterns.replaceAll(repository, '[^A-Za-z0-9_\\.\\-]', '-')}"
}

/** From here on: steps that a dry run prints instead. */
private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
