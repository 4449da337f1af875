// Generated from vars/gigRouterPublishStages.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigRouterPublishStages. */
final class GigRouterPublishStagesParameters {

    private GigRouterPublishStagesParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tools',
                summary: 'Where the tools come from.',
                required: false,
                type: [kind: 'group', parameters: toolsParameters()],
            ],
            [
                name: 'refusal',
                summary: 'Why nothing is published; `\'\'`: everything is.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [
                name: 'backendDir',
                summary: 'Folder of the service.',
                required: false,
                defaultValue: 'backend',
                type: [kind: 'string'],
            ],
            [
                name: 'nexus',
                summary: 'Where the package goes.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', canBeFalse: true, parameters: nexusParameters()],
            ],
            [
                name: 'python',
                summary: 'Python that builds the package.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', canBeFalse: true, parameters: pythonParameters()],
            ],
            [
                name: 'image',
                summary: 'The image; `false`: none was built.',
                required: false,
                defaultValue: false,
                type: [kind: 'group', canBeFalse: true, parameters: imageParameters()],
            ],
            [
                name: 'aws',
                summary: 'Region and identity for the registry.',
                required: false,
                details: [environment: true],
                type: [kind: 'group', parameters: awsParameters()],
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
    private static List imageParameters() {
        return [
            [
                name: 'image',
                summary: 'Id or name of the image on this machine, or registry/repository@digest.',
                required: true,
                type: [kind: 'string'],
            ],
            [
                name: 'archive',
                summary: 'Archive that holds the image, which is pushed without Docker; `\'\'`: Docker has the image.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [name: 'commit', summary: 'Commit that it was built from.', required: true, type: [kind: 'string']],
            [name: 'repository', summary: 'Name of the ECR repository.', required: true, type: [kind: 'string']],
            [
                name: 'registry',
                summary: 'Host name of the registry; `\'\'` is that of the identity\'s account.',
                required: true,
                type: [kind: 'string'],
            ],
            [
                name: 'fixedTags',
                summary: 'Tags that name this image for ever.',
                required: true,
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'movingTags',
                summary: 'Tags that move to the newest image; they come last.',
                required: true,
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'createRepository',
                summary: 'Whether the repository is created first.',
                required: false,
                defaultValue: false,
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
}
