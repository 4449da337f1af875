// Generated from vars/gigImageId.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigImageId. */
final class GigImageIdParameters {

    private GigImageIdParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'archive',
                summary: 'Archive, as gigImageBuild left it.',
                required: false,
                defaultValue: '.gig-ci/image.tar',
                type: [kind: 'string'],
            ],
        ]
    }
}
