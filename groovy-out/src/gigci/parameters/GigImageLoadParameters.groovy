// Generated from vars/gigImageLoad.ts by gig-ci. Change that file, not this one.
package gigci.parameters

import com.cloudbees.groovy.cps.NonCPS

/** Parameters of gigImageLoad. */
final class GigImageLoadParameters {

    private GigImageLoadParameters() {
    }

    @NonCPS
    static List definition() {
        return [
            [
                name: 'reference',
                summary: 'Name of the image in the archive, registry/repository:tag.',
                required: true,
                type: [kind: 'string'],
            ],
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
