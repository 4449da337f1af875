// Generated from vars/gigRouterTestStages.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigRouterTestStages. */
final class GigRouterTestStagesParameters {

    private GigRouterTestStagesParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'apps',
                summary: 'Django apps, as paths relative to the folder of the service.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'backendDir',
                summary: 'Folder of the service.',
                required: false,
                defaultValue: 'backend',
                type: [kind: 'string'],
            ],
            [
                name: 'database',
                summary: 'Database for the tests.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: databaseParameters()],
            ],
            [
                name: 'python',
                summary: 'Python and its packages.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', canBeFalse: true, parameters: pythonParameters()],
            ],
            [
                name: 'django',
                summary: 'Migrations and static files.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: djangoParameters()],
            ],
            [
                name: 'tests',
                summary: 'The tests themselves.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: testsParameters()],
            ],
        ]
    }

    @NonCPS
    private static List databaseParameters() {
        return [
            [
                name: 'image',
                summary: 'Image of the database server, pulled as it is named (postgres:15, by way of GIG_IMAGE_MIRROR where that is set).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'name',
                summary: 'Database that is created.',
                required: false,
                defaultValue: 'testdb',
                type: [kind: 'string'],
            ],
            [
                name: 'user',
                summary: 'Role that owns the database.',
                required: false,
                defaultValue: 'test',
                type: [kind: 'string'],
            ],
            [
                name: 'password',
                summary: 'Password of the role; a container is reachable on 127.0.0.1 only.',
                required: false,
                defaultValue: 'test',
                type: [kind: 'string', secret: true],
            ],
            [
                name: 'host',
                summary: 'Server to use instead of a container on this machine.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'port',
                summary: 'Port of the database; 0 is a free one, and on a given host 5432.',
                required: false,
                defaultValue: 0,
                type: [kind: 'integer', minimum: 0, maximum: 65535],
            ],
            [
                name: 'sslMode',
                summary: 'How strictly clients encrypt the connection.',
                required: false,
                defaultValue: 'disable',
                type: [kind: 'literals', values: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full']],
            ],
            [
                name: 'readyTimeoutSeconds',
                summary: 'How long the server may take to answer.',
                required: false,
                defaultValue: 60,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }

    @NonCPS
    private static List pythonParameters() {
        return [
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

    @NonCPS
    private static List djangoParameters() {
        return [
            [
                name: 'collectStatic',
                summary: 'Collects the static files.',
                required: false,
                defaultValue: true,
                type: [kind: 'boolean'],
            ],
            [
                name: 'env',
                summary: 'Further variables for manage.py and pytest. No secrets: everybody who reads the log may see them.',
                required: false,
                defaultValue: [:],
                type: [kind: 'record', value: [kind: 'string']],
            ],
            [
                name: 'secretEnv',
                summary: 'Secret variables for manage.py and pytest: ids of secret texts by name of the variable. Code of the repository reads them; a pull request from a fork does not get them.',
                required: false,
                defaultValue: [:],
                type: [kind: 'record', value: [kind: 'string']],
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

    @NonCPS
    private static List testsParameters() {
        return [
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
