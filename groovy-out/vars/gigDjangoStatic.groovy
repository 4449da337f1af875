// Generated from vars/gigDjangoStatic.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigDjangoStaticParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Collects the static files of a Django service.
 * @example gigDjangoStatic(directory: 'backend')
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigDjangoStatic', GigDjangoStaticParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String directory = parameters.directory != null ? parameters.directory : '.'
    String settings = parameters.settings

    Map scriptResult = withEnv(Shell.environment([GIG_DIRECTORY: directory, GIG_SETTINGS: settings])) {
        return Shell.outputs(
            [problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/collect-static.sh', encoding: 'UTF-8'),
                label: 'collect-static.sh',
                returnStdout: true
            )
        )
    }
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigDjangoStatic', problem))
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
