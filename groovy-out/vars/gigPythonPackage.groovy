// Generated from vars/gigPythonPackage.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigPythonPackageParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Builds wheel and source distribution of a service and uploads them. The package is built before a credential is bound.
 * @return version of the package
 * @example gigPythonPackage(directory: 'backend', url: 'https://nexus.example.com', repository: 'pypi-hosted')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigPythonPackage', GigPythonPackageParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String directory = parameters.directory != null ? parameters.directory : '.'
    String executable = parameters.executable != null ? parameters.executable : 'python3'
    String url = parameters.url
    String repository = parameters.repository != null ? parameters.repository : 'python-backend-app'
    String credentialsId = parameters.credentialsId != null ? parameters.credentialsId : 'nexus-cred'
    String versioning = parameters.version ?: 'project'
    String existing = parameters.existing ?: 'skip'
    def allowHttp = parameters.allowHttp
    String indexUrl = parameters.indexUrl
    String indexCredentialsId = parameters.indexCredentialsId

    String address = packageAddress(url, allowHttp)
    String index = indexUrl != null ? indexUrl : env.PIP_INDEX_URL
    def needsLogin = indexCredentialsId != null && env.CHANGE_FORK == null
    Map installation = [executable: executable, index: index, credentialsId: needsLogin ? indexCredentialsId : null]
    installTool('build', '.gig-ci/build', needsLogin ? directory : null, installation)
    // What build installs itself would need the login, which code of the repository could then read.
    Map scriptResult = withEnv(Shell.environment([
        GIG_DIRECTORY: directory,
        GIG_VERSION: versioning,
        GIG_NUMBER: currentBuild.number,
        GIG_ISOLATED: !needsLogin,
        GIG_INDEX_URL: index,
    ])) {
        return Shell.outputs(
            [version: 'string', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/python-package-build.sh', encoding: 'UTF-8'),
                label: 'python-package-build.sh',
                returnStdout: true
            )
        )
    }
    String version = scriptResult.version
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigPythonPackage', problem))
    }
    // Made after the code of the repository has run, so that it cannot have changed it.
    installTool('twine', '.gig-ci/twine', null, installation)
    Map withSecretLoginResult = withCredentials([
        usernamePassword(
            credentialsId: credentialsId,
            usernameVariable: 'GIG_USERNAME',
            passwordVariable: 'GIG_PASSWORD'
        ),
    ]) {
        return withEnv(["GIG_URL=${address}/repository/${repository}/", "GIG_EXISTING=${existing}"]) {
            return Shell.outputs(
                [uploaded: 'integer', problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/python-package-upload.sh', encoding: 'UTF-8'),
                    label: 'python-package-upload.sh',
                    returnStdout: true
                )
            )
        }
    }
    def uploaded = withSecretLoginResult.uploaded
    List refusal = withSecretLoginResult.problem
    if (!refusal.isEmpty()) {
        error(Messages.failureMessage('gigPythonPackage', refusal))
    }
    echo("Version ${version}: uploaded ${Messages.counted(uploaded, 'file')} to ${repository}.")
    return version
}

/** Installs a tool into an environment of its own. @param project folder whose build requirements are installed, too */
private void installTool(String tool, String folder, String project, Map installation) {
    String executable = installation.executable
    String index = installation.index
    String credentialsId = installation.credentialsId

    String requirement = Images.pythonTool(tool)
    Map choice
    if (credentialsId == null) {
        choice = withEnv(Shell.environment([
            GIG_EXECUTABLE: executable,
            GIG_FOLDER: folder,
            GIG_TOOL: requirement,
            GIG_PROJECT: project,
            GIG_INDEX_URL: index,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/python-tool.sh', encoding: 'UTF-8'),
                    label: 'python-tool.sh',
                    returnStdout: true
                )
            )
        }
    } else {
        choice = withCredentials([
            usernamePassword(
                credentialsId: credentialsId,
                usernameVariable: 'GIG_USERNAME',
                passwordVariable: 'GIG_PASSWORD'
            ),
        ]) {
            return withEnv(Shell.environment([
                GIG_EXECUTABLE: executable,
                GIG_FOLDER: folder,
                GIG_TOOL: requirement,
                GIG_PROJECT: project,
                GIG_INDEX_URL: index,
            ])) {
                return Shell.outputs(
                    [problem: 'list'],
                    sh(
                        script: libraryResource(resource: 'gig-ci/python-tool.sh', encoding: 'UTF-8'),
                        label: 'python-tool.sh',
                        returnStdout: true
                    )
                )
            }
        }
    }
    List problem = choice.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigPythonPackage', problem))
    }
}

/** The address without a slash at the end, once it is clear that a password may go there. */
private String packageAddress(String url, allowHttp) {
    String address = url != null ? url : env.NEXUS_URL
    if (address == null || address == '') {
        error('There is no address to upload to: set nexus.url, or NEXUS_URL in the environment of Jenkins.')
    }
    if (address.startsWith('http:')) {
        if (!(allowHttp != null ? allowHttp : url == null)) {
            error("packages would go to ${address}: without https, the password is readable on the way. nexus.allowHttp accepts that.")
        }
        echo("Warning: packages and password go to ${address} without encryption.")
    }
    return address.endsWith('/') ? Text.slice(address, 0, -1) : address
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private usernamePassword(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.usernamePassword(given) : DryRun.binding('usernamePassword', given)
}

private withCredentials(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withCredentials(given, body) : DryRun.withCredentials(this, given, body)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
