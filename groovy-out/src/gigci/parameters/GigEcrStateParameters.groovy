// Generated from vars/gigEcrState.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigEcrState. */
final class GigEcrStateParameters {

    private GigEcrStateParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tool',
                summary: 'Where the AWS command line comes from.',
                required: false,
                type: [kind: 'group', parameters: toolParameters()],
            ],
            [name: 'region', summary: 'Region of the registry.', required: true, type: [kind: 'string']],
            [
                name: 'registry',
                summary: 'Host name of the registry; `\'\'` is that of the identity\'s account in the region.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [
                name: 'credentialsId',
                summary: 'Id of AWS credentials (the role of the machine).',
                required: false,
                type: [kind: 'string'],
            ],
            [
                name: 'roleArn',
                summary: 'Role that the identity takes for it; `\'\'`: none.',
                required: false,
                defaultValue: '',
                type: [kind: 'string'],
            ],
            [name: 'repository', summary: 'Name of the repository.', required: true, type: [kind: 'string']],
            [name: 'commit', summary: 'Commit that is built.', required: true, type: [kind: 'string']],
            [
                name: 'fixedTags',
                summary: 'Tags that name one image for ever.',
                required: true,
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'movingTags',
                summary: 'Tags that move to the newest image.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
            [
                name: 'mayLack',
                summary: 'Takes a repository that does not exist for an empty one.',
                required: false,
                defaultValue: false,
                type: [kind: 'boolean'],
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
