// Generated from vars/gigOwaspCheck.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigOwaspCheck. */
final class GigOwaspCheckParameters {

    private GigOwaspCheckParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tool',
                summary: 'Where dependency-check comes from.',
                required: false,
                type: [kind: 'group', parameters: toolParameters()],
            ],
            [
                name: 'directory',
                summary: 'Folder of the service; the reports go to `owasp-report` in it.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
            ],
            [
                name: 'reportRoot',
                summary: 'Folder below which the reports are made (the workspace): another one keeps them out of the source, which others may be reading.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
            ],
            [
                name: 'project',
                summary: 'Name of the project in the reports.',
                required: false,
                defaultValue: 'service',
                type: [kind: 'string'],
            ],
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
    private static List toolParameters() {
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
}
