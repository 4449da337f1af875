// Generated from vars/gigRouterQualityStages.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigRouterQualityStages. */
final class GigRouterQualityStagesParameters {

    private GigRouterQualityStagesParameters() {
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
            [name: 'project', summary: 'Name of the service in the reports.', required: true, type: [kind: 'string']],
            [
                name: 'backendDir',
                summary: 'Folder of the service.',
                required: false,
                defaultValue: 'backend',
                type: [kind: 'string'],
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
                name: 'reportRoot',
                summary: 'Folder below which the reports are made, as gigOwaspCheck takes it (the workspace).',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
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
}
