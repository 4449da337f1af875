// Generated from vars/gigEcrLogin.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigEcrLoginParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Logs Docker, or skopeo where no Docker answers, in to Amazon ECR for this build only. The AWS credentials are bound no longer than that takes. Whoever calls it calls
 * `gigEcrLogin.logout()` in a `finally`.
 * @return `registry`, its host name, and `login`, the folder that holds the login
 * @example gigEcrLogin(region: 'eu-west-1', credentialsId: 'aws-publisher')
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigEcrLogin', GigEcrLoginParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String region = parameters.region
    String registry = parameters.registry ?: ''
    String credentialsId = parameters.credentialsId
    String roleArn = parameters.roleArn ?: ''

    if (credentialsId == null) {
        return logIn(region, registry, roleArn, tool)
    }
    return withCredentials([aws(credentialsId: credentialsId)]) {
        return logIn(region, registry, roleArn, tool)
    }
}

/** Removes the login of this build. Does nothing when there is none. */
void logout() {
    sh(script: libraryResource(resource: 'gig-ci/ecr-logout.sh', encoding: 'UTF-8'), label: 'ecr-logout.sh')
}

private Map logIn(String region, String registry, String roleArn, Map tool) {
    Map scriptResult = withEnv(Shell.environment([
        GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
        GIG_REGION: region,
        GIG_REGISTRY: registry,
        GIG_ROLE: roleArn,
        GIG_SESSION: Builds.sessionName(env.JOB_NAME, currentBuild.number),
        GIG_IMAGE: Images.toolImage('aws', env.GIG_IMAGE_MIRROR, tool.image),
        GIG_RUN: tool.run,
    ])) {
        return Shell.outputs(
            [account: 'string', registry: 'string', login: 'string', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/ecr-login.sh', encoding: 'UTF-8'),
                label: 'ecr-login.sh',
                returnStdout: true
            )
        )
    }
    String host = scriptResult.registry
    String login = scriptResult.login
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigEcrLogin', problem))
    }
    return [registry: registry == '' ? host : registry, login: login]
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
