// Generated from vars/gigDjangoMigrationFolders.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigDjangoMigrationFoldersParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Makes sure that each Django app has a folder for its migrations.
 * @example gigDjangoMigrationFolders(directory: 'backend', apps: ['users', 'orders'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(
        this,
        'gigDjangoMigrationFolders',
        GigDjangoMigrationFoldersParameters.definition(),
        given
    ))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    List apps = parameters.apps
    String directory = parameters.directory != null ? parameters.directory : '.'
    String migrations = parameters.migrations ?: 'create'

    Map scriptResult = withEnv(Shell.environment([
        GIG_DIRECTORY: directory,
        GIG_APPS: apps,
        GIG_CREATE: migrations == 'create',
    ])) {
        return Shell.outputs(
            [created: 'integer', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/migration-folders.sh', encoding: 'UTF-8'),
                label: 'migration-folders.sh',
                returnStdout: true
            )
        )
    }
    def created = scriptResult.created
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigDjangoMigrationFolders', problem))
    }
    if (created > 0) {
        echo("Created ${Messages.counted(created, 'folder')} of migrations for this build, named in the log above: commit them.")
    }
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

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
