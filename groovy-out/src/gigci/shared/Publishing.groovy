// Generated from vars/shared/publishing.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Lists
import gigci.runtime.Numbers
import gigci.runtime.Text

/** Whether a build may publish. */
final class Publishing {

    private Publishing() {
    }

    /** Why a build publishes nothing; `''` when it publishes. A job without branches publishes. */
    @NonCPS
    static String publishRefusal(publish, Map buildSource) {
        String branch = buildSource.branch
        String gitTag = buildSource.gitTag
        String pullRequest = buildSource.pullRequest
        String fork = buildSource.fork

        if (publish == false) {
            return 'publish is off'
        }
        List branches = publish.branches != null ? publish.branches : ['main', 'master']
        List tags = publish.tags != null ? publish.tags : ['v*']
        def pullRequests = publish.pullRequests ?: false
        if (fork != null) {
            return 'pull request from a fork'
        }
        if (pullRequest != null) {
            return pullRequests ? '' : 'pull request'
        }
        if (gitTag != null) {
            return tags.any { pattern -> Publishing.matches(pattern, gitTag) }
                ? ''
                : "tag is ${gitTag}, publish.tags wants ${listed(tags)}"
        }
        if (branch == null || branches.any { pattern -> Publishing.matches(pattern, branch) }) {
            return ''
        }
        return "branch is ${branch}, publish.branches wants ${listed(branches)}"
    }

    @NonCPS
    private static String listed(List patterns) {
        return patterns.isEmpty() ? 'none' : patterns.join(' or ')
    }

    /** Why no image is built: the registry has one of this commit. */
    @NonCPS
    static String presentReason(String image, List tags) {
        return "${image} has ${tags.join(', ')} already, built from this commit"
    }

    /** Why a build with this result publishes nothing; `''` when it publishes. */
    @NonCPS
    static String resultRefusal(publish, String result) {
        if (publish == false) {
            return 'publish is off'
        }
        def unstable = publish.unstable ?: false
        return result == 'SUCCESS' || unstable && result == 'UNSTABLE' ? '' : "the build is ${result}"
    }

    /** Whether a text matches a pattern in which `*` stands for any text. */
    @NonCPS
    static matches(String pattern, String text) {
        List parts = Text.split(pattern, '*')
        String first = parts[0] ?: ''
        String last = Lists.at(parts, parts.size() - 1) ?: ''
        if (parts.size() == 1) {
            return pattern == text
        }
        if (!text.startsWith(first) || !text.endsWith(last) || text.length() < first.length() + last.length()) {
            return false
        }
        String rest = Text.slice(text, first.length(), text.length() - last.length())
        for (String part in Lists.slice(parts, 1, -1)) {
            def position = rest.indexOf(part)
            if (position == -1) {
                return false
            }
            rest = Text.slice(rest, Numbers.add(position, part.length()))
        }
        return true
    }
}
