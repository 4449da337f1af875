package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

import java.util.regex.Matcher
import java.util.regex.Pattern

/** Regular expressions, which the compiler has translated to Java's dialect. No Matcher leaves a method. */
final class Patterns {

    private Patterns() {
    }

    /** Whether the pattern matches somewhere in the text. */
    @NonCPS
    static boolean test(String pattern, String text) {
        return Pattern.compile(pattern).matcher(asUnits(text)).find()
    }

    /** Replaces the first match; the replacement may refer to groups. */
    @NonCPS
    static String replace(String text, String pattern, String replacement) {
        Matcher matcher = Pattern.compile(pattern).matcher(asUnits(text))
        if (!matcher.find()) {
            return text
        }
        String replaced = Text.substitute(replacement, text, matcher.start(), groupsOf(matcher, text))
        return text.substring(0, matcher.start()) + replaced + text.substring(matcher.end())
    }

    /** Replaces every match; the replacement may refer to groups. */
    @NonCPS
    static String replaceAll(String text, String pattern, String replacement) {
        Matcher matcher = Pattern.compile(pattern).matcher(asUnits(text))
        StringBuilder result = new StringBuilder()
        int copied = 0
        while (matcher.find()) {
            result.append(text.substring(copied, matcher.start()))
            result.append(Text.substitute(replacement, text, matcher.start(), groupsOf(matcher, text)))
            copied = matcher.end()
        }
        return result.append(text.substring(copied)).toString()
    }

    /** Every match: itself, then its groups, absent where they took no part. */
    @NonCPS
    static List matchAll(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(asUnits(text))
        List matches = []
        while (matcher.find()) {
            matches.add(groupsOf(matcher, text))
        }
        return matches
    }

    @NonCPS
    private static List groupsOf(Matcher matcher, String text) {
        List groups = []
        for (int group = 0; group <= matcher.groupCount(); group++) {
            groups.add(matcher.start(group) < 0 ? null : text.substring(matcher.start(group), matcher.end(group)))
        }
        return groups
    }

    /**
     * The same length in UTF-16 units, but no pair of surrogates: Java would match one as a single character, JavaScript
     * as two. Patterns are ASCII, so that one character beyond it is as good as another.
     */
    @NonCPS
    private static String asUnits(String text) {
        return text.replaceAll('[\\x{10000}-\\x{10ffff}]', '\ue000\ue000')
    }

}
