// Generated from vars/shared/builders.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS

/** What follows from which builder makes an image. */
final class Builders {

    private Builders() {
    }

    /** Whether the image is in an archive alone, and never in the Docker of the machine. */
    @NonCPS
    static isBuiltWithoutDocker(image) {
        return image != false && image.builder == 'buildah'
    }

    /** The archive that is pushed; `''`: Docker has the image, and pushes it. */
    @NonCPS
    static String archiveToPush(Map image) {
        return isBuiltWithoutDocker(image) ? '.gig-ci/image.tar' : ''
    }
}
