// Generated from vars/gigEcrTag.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrTagParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Lets tags name an image that Amazon ECR has already. The digest stays the same, and no Docker is needed.
 * @example gigEcrTag(digest: digest, registry: host, repository: 'orders', tags: ['latest'], login: folder)
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigEcrTag', GigEcrTagParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String digest = parameters.digest
    String registry = parameters.registry
    String repository = parameters.repository
    List tags = parameters.tags
    String login = parameters.login

    Map scriptResult = withEnv(Shell.environment([
        GIG_REGISTRY: registry,
        GIG_REPOSITORY: repository,
        GIG_DIGEST: digest,
        GIG_TAGS: tags,
        GIG_LOGIN: login,
    ])) {
        return Shell.outputs(
            [problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/ecr-tag.sh', encoding: 'UTF-8'),
                label: 'ecr-tag.sh',
                returnStdout: true
            )
        )
    }
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigEcrTag', problem))
    }
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
