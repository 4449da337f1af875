// Generated from vars/gigEcrRepository.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrRepositoryParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Creates a repository in Amazon ECR, scanned on push, with tags that may move. One that another build has created meanwhile is as good.
 * @example gigEcrRepository(region: 'eu-west-1', registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', repository: 'orders')
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigEcrRepository', GigEcrRepositoryParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String region = parameters.region
    String registry = parameters.registry
    String repository = parameters.repository
    String credentialsId = parameters.credentialsId
    String roleArn = parameters.roleArn ?: ''

    if (credentialsId == null) {
        create(region, registry, repository, roleArn, tool)
    } else {
        withCredentials([aws(credentialsId: credentialsId)]) {
            create(region, registry, repository, roleArn, tool)
        }
    }
}

private void create(String region, String registry, String repository, String roleArn, Map tool) {
    Map scriptResult = withEnv(Shell.environment([
        GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
        GIG_REGION: region,
        GIG_REGISTRY: registry,
        GIG_REPOSITORY: repository,
        GIG_ROLE: roleArn,
        GIG_SESSION: Builds.sessionName(env.JOB_NAME, currentBuild.number),
        GIG_IMAGE: Images.toolImage('aws', env.GIG_IMAGE_MIRROR, tool.image),
        GIG_RUN: tool.run,
    ])) {
        return Shell.outputs(
            [problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/ecr-create-repository.sh', encoding: 'UTF-8'),
                label: 'ecr-create-repository.sh',
                returnStdout: true
            )
        )
    }
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigEcrRepository', problem))
    }
}

/** From here on: steps that a dry run prints instead. */
private aws(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.aws(given) : DryRun.binding('aws', given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withCredentials(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withCredentials(given, body) : DryRun.withCredentials(this, given, body)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
