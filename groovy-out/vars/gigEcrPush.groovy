// Generated from vars/gigEcrPush.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrPushParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Pushes an image to Amazon ECR under one or more tags.
 * @return digest of what the first tag names, sha256:…
 * @example gigEcrPush(image: id, registry: host, repository: 'orders', tags: ['42-a3f5c21'], login: folder)
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigEcrPush', GigEcrPushParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String image = parameters.image
    String archive = parameters.archive ?: ''
    String registry = parameters.registry
    String repository = parameters.repository
    List tags = parameters.tags
    String login = parameters.login

    Map scriptResult = withEnv(Shell.environment([
        GIG_IMAGE: image,
        GIG_ARCHIVE: archive,
        GIG_REGISTRY: registry,
        GIG_REPOSITORY: repository,
        GIG_TAGS: tags,
        GIG_LOGIN: login,
    ])) {
        return Shell.outputs(
            [digest: 'string', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/ecr-push.sh', encoding: 'UTF-8'),
                label: 'ecr-push.sh',
                returnStdout: true
            )
        )
    }
    String digest = scriptResult.digest
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigEcrPush', problem))
    }
    return digest
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
