// Generated from vars/gigRouterPublishStages.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterPublishStagesParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Json
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Values
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * The stages of gigRouterPipeline that publish: the package, then the image under its fixed tags, then the moving tags.
 * @example gigRouterPublishStages(backendDir: 'backend', image: false)
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigRouterPublishStages', GigRouterPublishStagesParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    Map tools = parameters.tools != null ? parameters.tools : [:]
    String refusal = parameters.refusal ?: ''
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    def nexus = parameters.nexus != null ? parameters.nexus : [:]
    def python = parameters.python != null ? parameters.python : [:]
    def image = parameters.image != null ? parameters.image : false
    Map aws = parameters.aws != null ? parameters.aws : [:]

    stage('Build & Upload Python Package to Nexus') {
        if (nexus == false) {
            echo('Skipped: nexus is off')
        } else if (python == false) {
            echo('Skipped: python is off')
        } else if (refusal != '') {
            echo("Skipped: ${refusal}")
        } else {
            uploadPackage(nexus, python, backendDir)
        }
    }
    stage('Push to ECR') {
        if (image == false) {
            echo('Skipped: image is off')
        } else if (refusal != '') {
            echo("Skipped: ${refusal}")
        } else if (image.fixedTags.isEmpty()) {
            echo('Skipped: none of the fixed tags applies to this build')
        } else {
            publishImage(image, aws, tools.aws != null ? tools.aws : [:])
        }
    }
}

private void uploadPackage(Map nexus, Map python, String directory) {
    // Interpreter and package index are those of the service.
    gigPythonPackage.perform(python + nexus + [directory: directory])
}

private void publishImage(Map publication, Map aws, Map tool) {
    String image = publication.image
    String archive = publication.archive ?: ''
    String commit = publication.commit
    String repository = publication.repository
    List fixedTags = publication.fixedTags
    List movingTags = publication.movingTags
    def createRepository = publication.createRepository ?: false
    def failed = null
    try {
        Map gigEcrLoginResult = gigEcrLogin.perform(aws +
            [tool: tool, region: aws.region ?: '', registry: publication.registry])
        String registry = gigEcrLoginResult.registry
        String login = gigEcrLoginResult.login
        if (createRepository) {
            gigEcrRepository.perform(aws +
                [tool: tool, region: aws.region ?: '', registry: registry, repository: repository])
        }
        // Once more: minutes have passed since the preflight, and a fixed tag names what came first.
        Map present = gigEcrState.presentImage([
            registry: registry,
            repository: repository,
            commit: commit,
            fixedTags: fixedTags,
            login: login,
        ])
        List pending = fixedTags.findAll { tag -> !present.presentTags.contains(tag) }
        String digest = present.digest
        String id = "${registry}/${repository}@${digest}"
        if (digest == '') {
            digest = gigEcrPush.perform([
                image: image,
                archive: archive,
                registry: registry,
                repository: repository,
                tags: pending,
                login: login,
            ])
            id = image
        } else if (!pending.isEmpty()) {
            gigEcrTag.perform([digest: digest, registry: registry, repository: repository, tags: pending, login: login])
        }
        List moved = []
        for (String tag in movingTags) {
            String reason = stayReason(tag, publication, registry, login)
            if (reason == '') {
                gigEcrTag.perform([
                    digest: digest,
                    registry: registry,
                    repository: repository,
                    tags: [tag],
                    login: login,
                ])
                moved.add(tag)
            } else {
                echo("${tag} stays: ${reason}.")
            }
        }
        // What was scanned; the registry knows the image by its digest, because a push compresses anew.
        Map release = [
            image: "${registry}/${repository}".toString(),
            tags: fixedTags + moved,
            digest: digest,
            id: id,
            commit: commit,
            job: env.JOB_NAME ?: '',
            build: currentBuild.number,
        ]
        dir('.gig-ci') {
            writeFile(file: 'release.json', text: Json.stringify(release, 2))
            archiveArtifacts('release.json')
        }
        echo("Published ${registry}/${repository}:${fixedTags.join(', ')} (${digest}).")
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
}

/** Why a moving tag does not come to this image; `''` when it does. */
private String stayReason(String tag, Map publication, String registry, String login) {
    String commit = publication.commit
    String repository = publication.repository

    if (tag == 'latest' && env.CHANGE_ID != null) {
        return 'this is a pull request'
    }
    Map current = gigEcrInspect.perform([registry: registry, repository: repository, tag: tag, login: login])
    // What no pipeline of this library has built says nothing about its age.
    if (!current.present || current.job == 'none') {
        return ''
    }
    if (current.job == env.JOB_NAME) {
        return current.number > currentBuild.number
            ? "it names the image of build ${Numbers.toText(current.number)}, which is newer".toString()
            : ''
    }
    // Numbers of different jobs do not compare, e.g. of a branch and of a git tag; the history of the repository does.
    def exitCode = withEnv(["GIG_CURRENT_REVISION=${current.revision}", "GIG_COMMIT=${commit}"]) {
        return sh(
            script: 'git merge-base --is-ancestor "${GIG_CURRENT_REVISION-}" "${GIG_COMMIT-}"',
            returnStatus: true
        )
    }
    def isOlder = exitCode == 0
    return isOlder
        ? ''
        : "it names the image of ${current.job}, whose commit ${current.revision} is not part of the history of this one".toString()
}

/** From here on: steps that a dry run prints instead. */
private archiveArtifacts(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.archiveArtifacts(given)
        : DryRun.answer(this, 'archiveArtifacts', given, false, null)
}

private dir(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.dir(given, body) : DryRun.around(this, 'dir', given, true, [], body)
}

private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}

private writeFile(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.writeFile(given) : DryRun.answer(this, 'writeFile', given, false, null)
}
