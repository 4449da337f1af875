// Generated from vars/gigCheckout.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigCheckout. */
final class GigCheckoutParameters {

    private GigCheckoutParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'source',
                summary: 'What is checked out.',
                required: false,
                type: [kind: 'group', parameters: sourceParameters()],
            ],
            [
                name: 'tags',
                summary: 'Tags that the image shall get: known words and literal tags, as in gigRouterPipeline.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
        ]
    }

    @NonCPS
    private static List sourceParameters() {
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
}
