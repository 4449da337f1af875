// Generated from vars/gigEcrInspect.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrInspectParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Says what a tag in Amazon ECR names now, and from which commit and build that came. A repository that does not exist is an error,
 * unless `mayLack` says otherwise.
 * @return `repository`, whether there is one, `present`, `digest`, `revision`, `job` and `number`
 * @example gigEcrInspect(registry: host, repository: 'orders', tag: 'latest', login: folder)
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigEcrInspect', GigEcrInspectParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    String registry = parameters.registry
    String repository = parameters.repository
    String tag = parameters.tag
    String login = parameters.login
    def mayLack = parameters.mayLack ?: false

    Map scriptResult = withEnv([
        "GIG_REGISTRY=${registry}",
        "GIG_REPOSITORY=${repository}",
        "GIG_TAG=${tag}",
        "GIG_LOGIN=${login}",
    ]) {
        return Shell.outputs(
            [
                repository: 'boolean',
                present: 'boolean',
                digest: 'string',
                revision: 'string',
                job: 'string',
                number: 'integer',
                problem: 'list',
            ],
            sh(
                script: libraryResource(resource: 'gig-ci/ecr-inspect.sh', encoding: 'UTF-8'),
                label: 'ecr-inspect.sh',
                returnStdout: true
            )
        )
    }
    def exists = scriptResult.repository
    def present = scriptResult.present
    String digest = scriptResult.digest
    String revision = scriptResult.revision
    String job = scriptResult.job
    def number = scriptResult.number
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigEcrInspect', problem))
    }
    if (!exists && !mayLack) {
        String remedy = 'Check ecrRepo and the region, set ecr.createRepository, or create it: ' +
            "aws ecr create-repository --repository-name ${repository}"
        error(Messages.failureMessage(
            'gigEcrInspect',
            ["There is no repository ${repository} in ${registry}.".toString(), remedy]
        ))
    }
    return [repository: exists, present: present, digest: digest, revision: revision, job: job, number: number]
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
