// Generated from vars/gigDatabaseCheck.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigDatabaseCheckParameters
import gigci.runtime.DryRun
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Connects to the database that the variables DB_* name as the service will, with psycopg2 or psycopg from `.gig-ci/venv`, and asks a query.
 * @example withEnv(gigPostgres().collect { name, value -> "${name}=${value}" }) { gigDatabaseCheck() }
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigDatabaseCheck', GigDatabaseCheckParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    def timeoutSeconds = parameters.timeoutSeconds != null ? parameters.timeoutSeconds : 10
    Map scriptResult = withEnv(["GIG_SECONDS=${Numbers.toText(timeoutSeconds)}"]) {
        return Shell.outputs(
            [problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/database-check.sh', encoding: 'UTF-8'),
                label: 'database-check.sh',
                returnStdout: true
            )
        )
    }
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigDatabaseCheck', problem))
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
