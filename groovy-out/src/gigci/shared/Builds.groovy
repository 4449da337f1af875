// Generated from vars/shared/builds.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Numbers
import gigci.runtime.Patterns
import gigci.runtime.Text

/** What is known of a build, and how what it leaves on a machine is told apart from what others leave. */
final class Builds {

    private Builds() {
    }

    /**
     * The value of the label `io.gig-ci.build` on every container that a build starts. The address of the build is unique
     * across controllers; a controller that does not know its own address has job and number.
     */
    @NonCPS
    static String buildLabel(String url, String job, build) {
        return url != null ? url : "${job ?: ''}#${Numbers.toText(build)}"
    }

    /**
     * The name of a session with a role, by which AWS tells in its logs who asked: job and build, in the characters that it takes and 64 of
     * them at most (API reference of STS, AssumeRole).
     */
    @NonCPS
    static String sessionName(String job, build) {
        String end = "-${Numbers.toText(build)}"
        String name = Patterns.replaceAll("gig-ci-${job ?: ''}".toString(), '[^A-Za-z0-9_\\+=,\\.@\\-]+', '-')
        return "${Text.slice(name, 0, 64 - end.length())}${end}"
    }

    /** A build of which nothing is known but what its image is called. */
    @NonCPS
    static Map newBuild(String image) {
        return [image: image, tag: '', references: [], isPublishing: false, attempted: '']
    }
}
