// Generated from vars/gigTrivyScan.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigTrivyScan. */
final class GigTrivyScanParameters {

    private GigTrivyScanParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tool',
                summary: 'Where Trivy comes from.',
                required: false,
                type: [kind: 'group', parameters: toolParameters()],
            ],
            [
                name: 'archive',
                summary: 'Image archive, as gigImageBuild left it.',
                required: false,
                defaultValue: '.gig-ci/image.tar',
                type: [kind: 'string'],
            ],
            [
                name: 'reports',
                summary: 'Folder for the reports, relative to `reportRoot`, and in the archive.',
                required: false,
                defaultValue: 'trivy-report',
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
