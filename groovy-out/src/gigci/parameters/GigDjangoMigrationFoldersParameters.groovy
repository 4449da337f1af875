// Generated from vars/gigDjangoMigrationFolders.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigDjangoMigrationFolders. */
final class GigDjangoMigrationFoldersParameters {

    private GigDjangoMigrationFoldersParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'apps',
                summary: 'Django apps, as paths relative to the folder of the service.',
                required: true,
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'directory',
                summary: 'Folder of the service.',
                required: false,
                defaultValue: '.',
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
