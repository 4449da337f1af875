// Generated from vars/gigRouterPipeline.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigRouterPipeline. */
final class GigRouterPipelineParameters {

    private GigRouterPipelineParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'ecrRepo',
                summary: 'Name of the ECR repository.',
                required: true,
                type: [
                    kind: 'string',
                    pattern: '^[a-z0-9]+([._\\/:-]+[a-z0-9]+)*$',
                    javaPattern: '^[a-z0-9]+([._\\/:-]+[a-z0-9]+)*\\z',
                ],
            ],
            [
                name: 'apps',
                summary: 'Django apps, as paths below `backendDir`.',
                required: false,
                defaultValue: [],
                type: [
                    kind: 'list',
                    uniqueItems: true,
                    element: [
                        kind: 'string',
                        pattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*(\\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$',
                        javaPattern: '^[A-Za-z0-9_][A-Za-z0-9_.-]*(\\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*\\z',
                    ],
                ],
            ],
            [
                name: 'backendDir',
                summary: 'Folder of the service in the repository.',
                required: false,
                defaultValue: 'backend',
                type: [kind: 'string'],
            ],
            [
                name: 'agent',
                summary: 'Where the pipeline runs.',
                required: false,
                type: [kind: 'group', parameters: agentParameters()],
            ],
            [
                name: 'tools',
                summary: 'Where the tools come from: versions, and whether they run on the agent or in their images.',
                required: false,
                type: [kind: 'group', parameters: toolsParameters()],
            ],
            [
                name: 'checkout',
                summary: 'What is built: the repository of the Jenkinsfile, unless it names another one.',
                required: false,
                type: [kind: 'group', parameters: checkoutParameters()],
            ],
            [
                name: 'aws',
                summary: 'Account and region of the registry.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', parameters: awsParameters()],
            ],
            [
                name: 'ecr',
                summary: 'Repository of the image.',
                required: false,
                type: [kind: 'group', parameters: ecrParameters()],
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
                summary: 'The tests.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: testsParameters()],
            ],
            [
                name: 'sonar',
                summary: 'Quality of the code.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: sonarParameters()],
            ],
            [
                name: 'owasp',
                summary: 'Vulnerabilities of the dependencies.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: owaspParameters()],
            ],
            [
                name: 'nexus',
                summary: 'Where the package goes.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', canBeFalse: true, parameters: nexusParameters()],
            ],
            [
                name: 'image',
                summary: 'How the image is built.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: imageParameters()],
            ],
            [
                name: 'tags',
                summary: 'Tags of the image, the first one stands in the notification: `build-commit`, `build`, `commit`, `branch`, `semver`, `latest`, or literal tags. `latest` and `branch` move, all others name one image for ever.',
                required: false,
                defaultValue: ['build-commit', 'latest'],
                type: [kind: 'list', minItems: 1, uniqueItems: true, element: [kind: 'string']],
            ],
            [
                name: 'trivy',
                summary: 'Vulnerabilities of the image.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: trivyParameters()],
            ],
            [
                name: 'publish',
                summary: 'Which builds publish.',
                required: false,
                type: [kind: 'group', canBeFalse: true, parameters: publishParameters()],
            ],
            [
                name: 'notify',
                summary: 'Who learns how the build ended.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', canBeFalse: true, parameters: notifyParameters()],
            ],
            [
                name: 'options',
                summary: 'What concerns the pipeline as a whole.',
                required: false,
                type: [kind: 'group', parameters: optionsParameters()],
            ],
        ]
    }

    @NonCPS
    private static List agentParameters() {
        return [
            [
                name: 'label',
                summary: 'Label expression of the agent; empty is any agent. Called inside `node`, the pipeline takes no second agent where this is empty or one of the labels of that one: it then works in the workspace there, and removes what Git does not know.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [
                name: 'retries',
                summary: 'How often the stages begin again, on another agent, when an agent is lost. Nothing else is worth that, and no attempt follows once publishing has begun; nor is there another agent when the Jenkinsfile holds this one.',
                required: false,
                defaultValue: 1,
                type: [kind: 'integer', minimum: 0],
            ],
        ]
    }

    @NonCPS
    private static List toolsParameters() {
        return [
            [
                name: 'kaniko',
                summary: 'Kaniko, which runs in its image only.',
                required: false,
                type: [kind: 'group', parameters: toolsKanikoParameters()],
            ],
            [
                name: 'trivy',
                summary: 'Trivy.',
                required: false,
                type: [kind: 'group', parameters: toolsTrivyParameters()],
            ],
            [
                name: 'owasp',
                summary: 'OWASP dependency-check.',
                required: false,
                type: [kind: 'group', parameters: toolsOwaspParameters()],
            ],
            [
                name: 'sonarScanner',
                summary: 'The scanner of SonarQube. One that Jenkins installs counts as one on the PATH.',
                required: false,
                type: [kind: 'group', parameters: toolsSonarScannerParameters()],
            ],
            [
                name: 'aws',
                summary: 'The AWS command line.',
                required: false,
                type: [kind: 'group', parameters: toolsAwsParameters()],
            ],
        ]
    }

    @NonCPS
    private static List toolsKanikoParameters() {
        return [
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List toolsTrivyParameters() {
        return [
            [
                name: 'run',
                summary: '`auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'path', 'docker']],
            ],
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List toolsOwaspParameters() {
        return [
            [
                name: 'run',
                summary: '`auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'path', 'docker']],
            ],
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List toolsSonarScannerParameters() {
        return [
            [
                name: 'run',
                summary: '`auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'path', 'docker']],
            ],
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List toolsAwsParameters() {
        return [
            [
                name: 'run',
                summary: '`auto`: from the PATH of the agent where it is there, else its image by Docker; `path` or `docker`: only the one or the other.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'path', 'docker']],
            ],
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List checkoutParameters() {
        return [
            [
                name: 'url',
                summary: 'Address of another Git repository.',
                required: false,
                details: [requires: ['branch']],
                type: [kind: 'string'],
            ],
            [
                name: 'branch',
                summary: 'Branch, tag or commit of the repository at `url`.',
                required: false,
                details: [requires: ['url']],
                type: [kind: 'string'],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of a user name and password for `url`. Left out, an address by SSH is reached with the key of the agent\'s user.',
                required: false,
                details: [requires: ['url']],
                type: [kind: 'string'],
            ],
            [
                name: 'depth',
                summary: 'How many commits are fetched from `url`; 0 is all.',
                required: false,
                defaultValue: 0,
                details: [requires: ['url']],
                type: [kind: 'integer', minimum: 0],
            ],
            [
                name: 'tags',
                summary: 'Fetches the tags of `url`, too.',
                required: false,
                defaultValue: true,
                details: [requires: ['url']],
                type: [kind: 'boolean'],
            ],
            [
                name: 'lfs',
                summary: 'Fetches the files of Git LFS from `url`.',
                required: false,
                defaultValue: false,
                details: [requires: ['url']],
                type: [kind: 'boolean'],
            ],
            [
                name: 'submodules',
                summary: 'Checks out the submodules of `url`.',
                required: false,
                defaultValue: false,
                details: [requires: ['url']],
                type: [kind: 'boolean'],
            ],
        ]
    }

    @NonCPS
    private static List awsParameters() {
        return [
            [
                name: 'region',
                summary: 'Region.',
                required: false,
                details: [environment: 'AWS_REGION'],
                type: [kind: 'string'],
            ],
            [
                name: 'accountId',
                summary: 'Account of the registry (the account of the identity). Where the call names neither region nor account, ECR_REGISTRY in the environment of Jenkins names the registry itself.',
                required: false,
                details: [environment: 'AWS_ACCOUNT_ID'],
                type: [kind: 'string', pattern: '^\\d{12}$', javaPattern: '^\\d{12}\\z'],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of AWS credentials (the role of the machine).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'roleArn',
                summary: 'Role that the identity takes to ask the registry and to publish (none). Its session is named after job and build.',
                required: false,
                type: [
                    kind: 'string',
                    pattern: '^arn:aws[a-z-]*:iam::\\d{12}:role\\/[A-Za-z0-9+=,.@_\\/-]+$',
                    javaPattern: '^arn:aws[a-z-]*:iam::\\d{12}:role\\/[A-Za-z0-9+=,.@_\\/-]+\\z',
                ],
            ],
        ]
    }

    @NonCPS
    private static List ecrParameters() {
        return [
            [
                name: 'createRepository',
                summary: 'Creates the repository where it is missing, just before the first push to it: scanned on push, with tags that may move, as `latest` does; the pipeline moves no other. The identity needs ecr:CreateRepository.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
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

    @NonCPS
    private static List sonarParameters() {
        return [
            [
                name: 'pullRequests',
                summary: 'Analyses pull requests, too, which the Community Edition of SonarQube cannot.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
            [
                name: 'server',
                summary: 'Name of the server in the configuration of Jenkins.',
                required: false,
                defaultValue: 'sonarqube',
                type: [kind: 'string'],
            ],
            [
                name: 'scanner',
                summary: 'Name of the scanner among the tools of Jenkins; without one, the scanner on the PATH or its image is used.',
                required: false,
                defaultValue: 'sonar-scanner',
                type: [kind: 'string'],
            ],
            [
                name: 'gate',
                summary: 'What a failed gate does: fail the build, make it unstable, or nothing but a line in the log.',
                required: false,
                defaultValue: 'abort',
                type: [kind: 'literals', values: ['abort', 'unstable', 'report']],
            ],
            [
                name: 'wait',
                summary: 'How the verdict is awaited: `webhook` waits for the server to call Jenkins, `poll` asks the server, `auto` asks until the server is done and then lets Jenkins read the verdict.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'webhook', 'poll']],
            ],
            [
                name: 'timeoutMinutes',
                summary: 'How long the server may take; being late fails the build.',
                required: false,
                defaultValue: 5,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }

    @NonCPS
    private static List owaspParameters() {
        return [
            [
                name: 'nvdCredentialsId',
                summary: 'Id of a secret text with the API key of the National Vulnerability Database; `\'\'`: none, which is slow.',
                required: false,
                defaultValue: 'NVD_API_KEY',
                type: [kind: 'string'],
            ],
            [
                name: 'failOnCvss',
                summary: 'CVSS score from which on a finding fails the build (none: findings are reported).',
                required: false,
                type: [kind: 'number', minimum: 0, maximum: 10],
            ],
            [
                name: 'formats',
                summary: 'Formats of the report.',
                required: false,
                defaultValue: ['XML', 'JSON', 'HTML'],
                type: [
                    kind: 'list',
                    minItems: 1,
                    uniqueItems: true,
                    element: [kind: 'literals', values: ['XML', 'JSON', 'HTML', 'CSV', 'SARIF', 'JUNIT', 'GITLAB']],
                ],
            ],
            [
                name: 'update',
                summary: '`auto` refreshes the database of vulnerabilities of the machine, `never` leaves that to another job.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'never']],
            ],
            [
                name: 'suppression',
                summary: 'File with findings to leave out, relative to the workspace.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'timeoutMinutes',
                summary: 'How long the check may take.',
                required: false,
                defaultValue: 30,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }

    @NonCPS
    private static List nexusParameters() {
        return [
            [
                name: 'url',
                summary: 'Address of the repository manager.',
                required: false,
                details: [environment: 'NEXUS_URL'],
                type: [kind: 'string'],
            ],
            [
                name: 'repository',
                summary: 'Name of a hosted PyPI repository.',
                required: false,
                defaultValue: 'python-backend-app',
                type: [kind: 'string'],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of a user name and password that may upload.',
                required: false,
                defaultValue: 'nexus-cred',
                type: [kind: 'string'],
            ],
            [
                name: 'version',
                summary: '`project`: the version that the project names. `build`: that version and the number of the build.',
                required: false,
                defaultValue: 'project',
                type: [kind: 'literals', values: ['project', 'build']],
            ],
            [
                name: 'existing',
                summary: 'What happens to files that the repository has already.',
                required: false,
                defaultValue: 'skip',
                type: [kind: 'literals', values: ['skip', 'fail']],
            ],
            [
                name: 'allowHttp',
                summary: 'Allows an address without encryption, which shows the password to the network. Left out, an `url` needs encryption, and the address that the administrator has put into NEXUS_URL does not.',
                required: false,
                type: [kind: 'boolean'],
            ],
        ]
    }

    @NonCPS
    private static List imageParameters() {
        return [
            [
                name: 'context',
                summary: 'Folder that is sent as the build context (`backendDir`). `.git` and what gig-ci makes are left out.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'cacheCredentialsId',
                summary: 'Id of AWS credentials for `cache: \'registry\'` (the role of the machine). Commands of the Dockerfile could read their login: let them reach `cacheRepo` only. Those of the group `aws`, which publish, are never used for that.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'builder',
                summary: 'What builds: `kaniko` in a container of its own; `docker`, the daemon of the machine; `buildah`, without any daemon. Commands of the Dockerfile then run as the user of the agent, with no container around them. A machine without Docker has buildah, skopeo, which pushes, and the other tools on its PATH, and gets its database by `database.host`.',
                required: false,
                defaultValue: 'kaniko',
                type: [kind: 'literals', values: ['kaniko', 'docker', 'buildah']],
            ],
            [
                name: 'dockerfile',
                summary: 'Dockerfile, relative to the context.',
                required: false,
                defaultValue: 'Dockerfile',
                type: [kind: 'string'],
            ],
            [
                name: 'target',
                summary: 'Stage of the Dockerfile to build (the last).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'buildArgs',
                summary: 'Build arguments. No secrets: the history of the image shows them.',
                required: false,
                defaultValue: [:],
                type: [kind: 'record', value: [kind: 'string']],
            ],
            [
                name: 'labels',
                summary: 'Labels of the image, besides those that gig-ci sets.',
                required: false,
                defaultValue: [:],
                type: [kind: 'record', value: [kind: 'string']],
            ],
            [
                name: 'cache',
                summary: 'Where layers are kept for the next build: `local` on the machine, `registry` in `cacheRepo`. While the Dockerfile runs, its commands could read the login that `registry` needs; builds of pull requests therefore get none. With the builder `docker` only `none`.',
                required: false,
                defaultValue: 'none',
                type: [kind: 'literals', values: ['none', 'local', 'registry']],
            ],
            [
                name: 'cacheRepo',
                summary: 'Repository for layers, with the name of its registry.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
        ]
    }

    @NonCPS
    private static List trivyParameters() {
        return [
            [
                name: 'severity',
                summary: 'Severities that count.',
                required: false,
                defaultValue: ['HIGH', 'CRITICAL'],
                type: [
                    kind: 'list',
                    minItems: 1,
                    uniqueItems: true,
                    element: [kind: 'literals', values: ['UNKNOWN', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']],
                ],
            ],
            [
                name: 'scanners',
                summary: 'What is looked for.',
                required: false,
                defaultValue: ['vuln'],
                type: [
                    kind: 'list',
                    minItems: 1,
                    uniqueItems: true,
                    element: [kind: 'literals', values: ['vuln', 'secret', 'misconfig', 'license']],
                ],
            ],
            [
                name: 'gate',
                summary: 'What findings do: nothing but a report, an unstable build, or a failed one.',
                required: false,
                defaultValue: 'report',
                type: [kind: 'literals', values: ['report', 'unstable', 'fail']],
            ],
            [
                name: 'ignoreUnfixed',
                summary: 'Leaves out what has no fix yet.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
            [
                name: 'ignoreFile',
                summary: 'File with findings to leave out, relative to the workspace.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'database',
                summary: '`auto` refreshes the database of vulnerabilities of the machine, `skipUpdate` uses it as it is, `offline` asks nobody at all.',
                required: false,
                defaultValue: 'auto',
                type: [kind: 'literals', values: ['auto', 'skipUpdate', 'offline']],
            ],
            [
                name: 'databaseRepository',
                summary: 'Where the database comes from, e.g. a mirror (the public one).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'javaDatabaseRepository',
                summary: 'Where the database of Java packages comes from, e.g. a mirror (the public one).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'timeoutMinutes',
                summary: 'How long the scan may take.',
                required: false,
                defaultValue: 15,
                type: [kind: 'integer', minimum: 1],
            ],
        ]
    }

    @NonCPS
    private static List publishParameters() {
        return [
            [
                name: 'branches',
                summary: 'Branches that publish; `*` stands for any text.',
                required: false,
                defaultValue: ['main', 'master'],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'tags',
                summary: 'Git tags that publish; `*` stands for any text.',
                required: false,
                defaultValue: ['v*'],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'pullRequests',
                summary: 'Lets pull requests publish, except those from forks.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
            [
                name: 'unstable',
                summary: 'Lets an unstable build publish.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
        ]
    }

    @NonCPS
    private static List notifyParameters() {
        return [
            [
                name: 'url',
                summary: 'Address of the webhook, which is not shown anywhere.',
                required: false,
                details: [environment: 'GIG_NOTIFY_URL'],
                type: [kind: 'string', secret: true],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of a secret text that holds the address, when it is a secret. It wins over `url`.',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'on',
                summary: 'Outcomes that are worth a notification.',
                required: false,
                defaultValue: ['success', 'unstable', 'failure', 'aborted'],
                type: [
                    kind: 'list',
                    uniqueItems: true,
                    element: [kind: 'literals', values: ['success', 'unstable', 'failure', 'aborted']],
                ],
            ],
        ]
    }

    @NonCPS
    private static List optionsParameters() {
        return [
            [
                name: 'timeoutMinutes',
                summary: 'How long the build may take, once it has an agent.',
                required: false,
                defaultValue: 120,
                type: [kind: 'integer', minimum: 1],
            ],
            [
                name: 'dryRun',
                summary: 'Prints what would run instead of running it: each command with its stage and the names of its variables. Takes no agent, binds no credential, publishes nothing and tells nobody. What only an agent knows is made up: the commit is all zeros, each command ends well. So are region, account and the address of Nexus where they are set nowhere; the log says it.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
            [
                name: 'parallel',
                summary: 'After the tests, runs three legs side by side, which share no file: SonarQube with its gate; OWASP; build, load and scan of the image. A leg that fails lets the others end, so that one build shows all that is wrong; the message names each that failed, in the order of time.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
            ],
        ]
    }
}
