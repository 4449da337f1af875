// Generated from vars/gigPythonSetup.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigPythonSetupParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Makes a fresh virtual environment in `.gig-ci/venv`, in which gigDjangoTests and the like run, and installs the packages of the
 * service and of its tests.
 * @example gigPythonSetup(directory: 'backend', testPackages: ['pytest', 'pytest-cov', 'pytest-django', 'factory-boy'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigPythonSetup', GigPythonSetupParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String directory = parameters.directory != null ? parameters.directory : '.'
    String executable = parameters.executable != null ? parameters.executable : 'python3'
    String requirements = parameters.requirements != null ? parameters.requirements : 'requirements.txt'
    List testPackages = parameters.testPackages != null
        ? parameters.testPackages
        : ['pytest', 'pytest-cov', 'pytest-django']
    List additionalPackages = parameters.additionalPackages != null ? parameters.additionalPackages : []
    String indexUrl = parameters.indexUrl
    String indexCredentialsId = parameters.indexCredentialsId

    List packages = testPackages + additionalPackages
    String index = indexUrl != null ? indexUrl : env.PIP_INDEX_URL
    // A pull request from a fork binds no credential at all.
    Map choice
    if (indexCredentialsId == null || env.CHANGE_FORK != null) {
        choice = withEnv(Shell.environment([
            GIG_DIRECTORY: directory,
            GIG_EXECUTABLE: executable,
            GIG_REQUIREMENTS: requirements,
            GIG_PACKAGES: packages,
            GIG_INDEX_URL: index,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/python-setup.sh', encoding: 'UTF-8'),
                    label: 'python-setup.sh',
                    returnStdout: true
                )
            )
        }
    } else {
        choice = withCredentials([
            usernamePassword(
                credentialsId: indexCredentialsId,
                usernameVariable: 'GIG_USERNAME',
                passwordVariable: 'GIG_PASSWORD'
            ),
        ]) {
            return withEnv(Shell.environment([
                GIG_DIRECTORY: directory,
                GIG_EXECUTABLE: executable,
                GIG_REQUIREMENTS: requirements,
                GIG_PACKAGES: packages,
                GIG_INDEX_URL: index,
            ])) {
                return Shell.outputs(
                    [problem: 'list'],
                    sh(
                        script: libraryResource(resource: 'gig-ci/python-setup.sh', encoding: 'UTF-8'),
                        label: 'python-setup.sh',
                        returnStdout: true
                    )
                )
            }
        }
    }
    List problem = choice.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigPythonSetup', problem))
    }
}

/** From here on: steps that a dry run prints instead. */
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
