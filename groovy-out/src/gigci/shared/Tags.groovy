// Generated from vars/shared/tags.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Numbers
import gigci.runtime.Patterns
import gigci.runtime.Text

/** Tags of images: what each word of the parameter `tags` becomes for a build. */
final class Tags {

    private Tags() {
    }

    /** What the grammar of registries allows. */
    @NonCPS
    static isValidTag(String tag) {
        return Patterns.test('^[A-Za-z0-9_][A-Za-z0-9\\._\\-]{0,127}\\z', tag)
    }

    /** The tag that identifies a build, e.g. `42-a3f5c21`. A fixed length: git's own abbreviation grows with the repository. */
    @NonCPS
    static String buildTag(Map buildIdentity) {
        def number = buildIdentity.number
        String commit = buildIdentity.commit

        return "${Numbers.toText(number)}-${commit.take(7)}"
    }

    /**
     * The tag of the image on the machine that builds it: what hardly another build there has, while the first builds of two branches at the same
     * commit share their buildTag.
     * @param label of the build on this machine
     */
    @NonCPS
    static String localTag(Map identity, String label) {
        return "${buildTag(identity)}-${hash(label)}"
    }

    /** The tags of a build. @param words as in the parameter `tags`: known words and literal tags */
    @NonCPS
    static Map imageTags(List words, Map build) {
        List all = []
        List moving = []
        List omitted = []
        for (String word in words) {
            String tag = tagOf(word, build)
            if (tag == null) {
                omitted.add(word == 'semver'
                    ? '\'semver\': this is no build of a git tag like v1.2.3'
                    : '\'branch\': this job has no branch')
            } else if (!all.contains(tag)) {
                all.add(tag)
                if (word == 'latest' || word == 'branch') {
                    moving.add(tag)
                }
            }
        }
        return [all: all, fixed: all.findAll { tag -> !moving.contains(tag) }, moving: moving, omitted: omitted]
    }

    @NonCPS
    private static String tagOf(String word, Map build) {
        switch (word) {
            case 'build-commit':
                return buildTag(build)
            case 'build':
                return Numbers.toText(build.number)
            case 'commit':
                return build.commit.take(7)
            case 'branch':
                return build.branch == null ? null : branchTag(build.branch)
            case 'semver':
                return build.gitTag == null ? null : semanticTag(build.gitTag)
            default:
                return word
        }
    }

    /** `v1.4.0` -> `1.4.0`; none for a git tag that is no version. A registry knows no `+`. */
    @NonCPS
    private static String semanticTag(String gitTag) {
        String version = gitTag.startsWith('v') ? Text.slice(gitTag, 1) : gitTag
        return Patterns.test('^\\d+\\.\\d+\\.\\d+([\\-\\+][0-9A-Za-z\\.\\+\\-]+)?\\z', version)
            ? Text.replaceAll(version, '+', '_')
            : null
    }

    /** `main` -> `main`, `feature/x` -> `feature-x-p8de6l`: what had to be changed gets a hash, so that two branches hardly share a tag. */
    @NonCPS
    private static String branchTag(String branch) {
        if (isValidTag(branch)) {
            return branch
        }
        String readable = Patterns.replaceAll(
            Patterns.replaceAll(branch, '[^A-Za-z0-9_\\.\\-]+', '-'),
            '^[\\.\\-]+',
            ''
        )
        // Nothing is readable of a name in other letters than these.
        String start = readable == '' ? '' : "${readable.take(120)}-"
        return "${start}${hash(branch)}"
    }

    /** Six characters that differ for different texts, nearly always; the factor is larger than any UTF-16 unit and keeps the product exact. */
    @NonCPS
    private static String hash(String text) {
        def value = 5381
        for (String character in Text.split(text, '')) {
            def value2 = Numbers.multiply(value, 65599)
            def codePointAtResult = Text.codePointAt(character, 0)
            value = Numbers.remainder(
                Numbers.add(value2, codePointAtResult != null ? codePointAtResult : 0),
                2147483647
            )
        }
        String digits = ''
        while (digits.length() < 6) {
            digits = digits + Text.charAt('0123456789abcdefghijklmnopqrstuvwxyz', Numbers.remainder(value, 36))
            value = Numbers.floor(Numbers.divide(value, 36))
        }
        return digits
    }
}
