// Generated from vars/gigImageBuild.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigImageBuild. */
final class GigImageBuildParameters {

    private GigImageBuildParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'tool',
                summary: 'Where Kaniko comes from.',
                required: false,
                type: [kind: 'group', parameters: toolParameters()],
            ],
            [
                name: 'reference',
                summary: 'Name of the image, registry/repository:tag.',
                required: true,
                type: [kind: 'string'],
            ],
            [
                name: 'archive',
                summary: 'File that takes the image.',
                required: false,
                defaultValue: '.gig-ci/image.tar',
                type: [kind: 'string'],
            ],
            [
                name: 'writeCache',
                summary: 'Stores layers for later builds, too.',
                required: false,
                defaultValue: true,
                type: [kind: 'boolean'],
            ],
            [
                name: 'login',
                summary: 'Folder with the login for `cacheRepo`, as gigEcrLogin returns it.',
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
                name: 'context',
                summary: 'Folder that is sent as the build context (in a pipeline the folder of the service, else the workspace). `.git` and what gig-ci makes are left out.',
                required: false,
                defaultValue: '.',
                type: [kind: 'string'],
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
    private static List toolParameters() {
        return [
            [
                name: 'image',
                summary: 'Image, with a version or a digest, instead of the one that gig-ci chooses. GIG_IMAGE_MIRROR does not change it.',
                required: false,
                type: [kind: 'string'],
            ],
        ]
    }
}
