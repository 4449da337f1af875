// Generated from vars/gigCleanUp.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigCleanUp. */
final class GigCleanUpParameters {

    private GigCleanUpParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'archive',
                summary: 'Image archive to remove.',
                required: false,
                defaultValue: '.gig-ci/image.tar',
                type: [kind: 'string'],
            ],
            [
                name: 'references',
                summary: 'Names of images to remove from the Docker of this machine.',
                required: false,
                defaultValue: [],
                type: [kind: 'list', element: [kind: 'string']],
            ],
        ]
    }
}
