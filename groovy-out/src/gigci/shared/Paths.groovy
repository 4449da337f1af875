// Generated from vars/shared/paths.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Patterns

/** Paths inside the workspace. */
final class Paths {

    private Paths() {
    }

    /**
     * A path inside a folder, as Ant patterns and `fileExists` read it: no pattern matches a file behind `./`.
     * @param directory relative to the workspace, which `.` is itself
     */
    @NonCPS
    static String below(String directory, String path) {
        String folder = Patterns.replaceAll(Patterns.replaceAll(directory, '^(?:\\./+)+', ''), '/+\\z', '')
        return folder == '' || folder == '.' ? path : "${folder}/${path}"
    }
}
