// Generated from vars/gigPythonSetup.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigPythonSetup. */
final class GigPythonSetupParameters {

    private GigPythonSetupParameters() {
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
                name: 'additionalPackages',
                summary: 'Further packages, after `testPackages`.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'executable',
                summary: 'Python that makes the virtual environment.',
                required: false,
                defaultValue: 'python3',
                type: [kind: 'string'],
            ],
            [
                name: 'requirements',
                summary: 'File with the packages of the service, relative to its folder.',
                required: false,
                defaultValue: 'requirements.txt',
                type: [kind: 'string'],
            ],
            [
                name: 'testPackages',
                summary: 'Packages that the tests need besides.',
                required: false,
                defaultValue: ['pytest', 'pytest-cov', 'pytest-django'],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'indexUrl',
                summary: 'Package index instead of the public one.',
                required: false,
                details: [environment: 'PIP_INDEX_URL'],
                type: [kind: 'string'],
            ],
            [
                name: 'indexCredentialsId',
                summary: 'Id of a user name and password for `indexUrl`. Packages run code while they are installed, which could read them.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }
}
