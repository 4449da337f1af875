// Generated from vars/gigDjangoMigrations.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigDjangoMigrationsParameters
import gigci.runtime.DryRun
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests. What
 * the repository lacks is archived as `migrations.patch`.
 * @example gigDjangoMigrations(directory: 'backend', migrations: 'check')
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigDjangoMigrations', GigDjangoMigrationsParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    String directory = parameters.directory != null ? parameters.directory : '.'
    String settings = parameters.settings
    String migrations = parameters.migrations ?: 'create'
    def migrate = parameters.migrate != null ? parameters.migrate : true

    Map scriptResult = withEnv(Shell.environment([
        GIG_DIRECTORY: directory,
        GIG_MODE: migrations,
        GIG_MIGRATE: migrate,
        GIG_SETTINGS: settings,
    ])) {
        return Shell.outputs(
            [created: 'integer', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/migrations.sh', encoding: 'UTF-8'),
                label: 'migrations.sh',
                returnStdout: true
            )
        )
    }
    def created = scriptResult.created
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigDjangoMigrations', problem))
    }
    if (created > 0) {
        dir('.gig-ci') {
            archiveArtifacts('migrations.patch')
        }
        echo("The repository lacks ${Numbers.toText(created)} migration files, which this build created for itself: " +
            'apply migrations.patch, an artifact of this build, and commit them.')
    }
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
