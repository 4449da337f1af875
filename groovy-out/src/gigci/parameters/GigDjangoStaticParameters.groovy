// Generated from vars/gigDjangoStatic.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigDjangoStatic. */
final class GigDjangoStaticParameters {

    private GigDjangoStaticParameters() {
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
                name: 'settings',
                summary: 'Settings module, e.g. `shop.settings.ci` (the one in manage.py).',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }
}
