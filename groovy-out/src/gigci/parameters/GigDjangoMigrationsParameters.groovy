// Generated from vars/gigDjangoMigrations.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigDjangoMigrations. */
final class GigDjangoMigrationsParameters {

    private GigDjangoMigrationsParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'directory',
                summary: 'Folder of the service.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
            ],
            [
                name: 'migrate',
                summary: 'Applies all migrations to the database of DB_*, which proves that the whole chain works.',
                required: false,
                defaultValue: true,
                type: [kind: 'boolean'],
            ],
            [
                name: 'settings',
                summary: 'Settings module, e.g. `shop.settings.ci` (the one in manage.py).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'migrations',
                summary: '`create`: they are created for this build and handed out as a patch. `check`: they fail the build.',
                required: false,
                defaultValue: 'create',
                type: [kind: 'literals', values: ['create', 'check']],
            ],
        ]
    }
}
