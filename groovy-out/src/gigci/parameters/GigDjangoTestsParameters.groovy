// Generated from vars/gigDjangoTests.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigDjangoTests. */
final class GigDjangoTestsParameters {

    private GigDjangoTestsParameters() {
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
            [
                name: 'arguments',
                summary: 'Further arguments of pytest, one word each.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'minimumCoverage',
                summary: 'Coverage in per cent below which the tests fail (what pytest.ini says).',
                required: false,
                type: [kind: 'integer', minimum: 0, maximum: 100],
            ],
            [
                name: 'workers',
                summary: 'Processes that share the tests; 0 runs them in one, more needs pytest-xdist, which a pipeline installs then.',
                required: false,
                defaultValue: 0,
                type: [kind: 'integer', minimum: 0],
            ],
            [
                name: 'failure',
                summary: 'What failed tests do to the build.',
                required: false,
                defaultValue: 'fail',
                type: [kind: 'literals', values: ['fail', 'unstable']],
            ],
            [
                name: 'timeoutMinutes',
                summary: 'How long the tests may take.',
                required: false,
                defaultValue: 30,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }
}
