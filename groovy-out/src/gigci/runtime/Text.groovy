// Generated from src/runtime/Text.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Strings as JavaScript treats them. Positions count UTF-16 units. */
final class Text {

    private Text() {
    }

    /** A value as JavaScript prints it. */
    @NonCPS
    static String of(Object value) {
        if (value instanceof Number) {
            return Numbers.toText(value)
        }
        if (value instanceof List) {
            return Lists.join(value, ',')
        }
        if (value instanceof Map) {
            return '[object Object]'
        }
        return value == null ? 'undefined' : value.toString()
    }

    /** What a command printed, without the line ends behind it. */
    @NonCPS
    static String withoutTrailingNewlines(String text) {
        int end = text.length()
        while (end > 0 && isOneOf('\r\n', text, end - 1)) {
            end--
        }
        return text.substring(0, end)
    }

    @NonCPS
    static String charAt(String text, Object index) {
        double position = Numbers.trunc(index).doubleValue()
        if (position < 0.0d || position >= text.length()) {
            return ''
        }
        int start = position as int
        return text.substring(start, start + 1)
    }

    /** The character at a position, from the end when it is negative; absent outside the text. */
    @NonCPS
    static String at(String text, Object index) {
        double whole = Numbers.trunc(index).doubleValue()
        double position = whole < 0.0d ? text.length() + whole : whole
        return position < 0.0d || position >= text.length() ? null : charAt(text, position)
    }

    /** The number in Unicode of the character that begins at a position; absent outside the text. */
    @NonCPS
    static Integer codePointAt(String text, Object index) {
        double position = Numbers.trunc(index).doubleValue()
        return position < 0.0d || position >= text.length() ? null : text.codePointAt(position as int)
    }

    /** Where the part first begins, at or behind the start. */
    @NonCPS
    static int indexOf(String text, String part, Object start) {
        double from = Math.max(Numbers.trunc(start).doubleValue(), 0.0d)
        return text.indexOf(part, Math.min(from, text.length() as double) as int)
    }

    @NonCPS
    static String slice(String text, Object start, Object end = null) {
        int length = text.length()
        // What most calls ask for.
        if (end == null && start instanceof Integer && start >= 0) {
            return start < length ? text.substring(start) : ''
        }
        int from = Numbers.position(start, length)
        int to = end == null ? length : Numbers.position(end, length)
        return from < to ? text.substring(from, to) : ''
    }

    /** Cuts at every occurrence; empty parts are kept. */
    @NonCPS
    static List split(String text, String separator) {
        List parts = []
        if (separator == '') {
            for (int index = 0; index < text.length(); index++) {
                parts.add(text.substring(index, index + 1))
            }
            return parts
        }
        int start = 0
        int next = text.indexOf(separator)
        while (next >= 0) {
            parts.add(text.substring(start, next))
            start = next + separator.length()
            next = text.indexOf(separator, start)
        }
        parts.add(text.substring(start))
        return parts
    }

    @NonCPS
    static String trim(String text) {
        return trimEnd(trimStart(text))
    }

    @NonCPS
    static String trimStart(String text) {
        int start = 0
        while (start < text.length() && isWhiteSpace(text, start)) {
            start++
        }
        return text.substring(start)
    }

    @NonCPS
    static String trimEnd(String text) {
        int end = text.length()
        while (end > 0 && isWhiteSpace(text, end - 1)) {
            end--
        }
        return text.substring(0, end)
    }

    @NonCPS
    static String toLowerCase(String text) {
        return text.toLowerCase(Locale.ROOT)
    }

    @NonCPS
    static String toUpperCase(String text) {
        return text.toUpperCase(Locale.ROOT)
    }

    /** Replaces the first occurrence. */
    @NonCPS
    static String replace(String text, String part, String replacement) {
        int position = text.indexOf(part)
        if (position < 0) {
            return text
        }
        return text.substring(0, position) + substitute(replacement, text, position, [part]) +
            text.substring(position + part.length())
    }

    /** Replaces every occurrence. An empty part occurs before every character and at the end. */
    @NonCPS
    static String replaceAll(String text, String part, String replacement) {
        StringBuilder result = new StringBuilder()
        int step = Math.max(part.length(), 1)
        int copied = 0
        int position = text.indexOf(part)
        while (position >= 0) {
            result.append(text.substring(copied, position))
            result.append(substitute(replacement, text, position, [part]))
            copied = position + part.length()
            position = position + step > text.length() ? -1 : text.indexOf(part, position + step)
        }
        return result.append(text.substring(copied)).toString()
    }

    /**
     * The replacement of one match: $$ is a dollar, $& the match, $` and $' what is before and behind it, $1 a group.
     * @param groups the match itself, then its groups, absent where they took no part
     */
    @NonCPS
    static String substitute(String replacement, String text, int position, List groups) {
        StringBuilder result = new StringBuilder()
        int index = 0
        while (index < replacement.length()) {
            String character = replacement.substring(index, index + 1)
            String reference = character == '$' ? referenceAt(replacement, index + 1, groups.size() - 1) : ''
            result.append(reference == '' ? character : referenced(reference, text, position, groups))
            index += 1 + reference.length()
        }
        return result.toString()
    }

    @NonCPS
    static String padStart(String text, Object length, String filler = ' ') {
        return padding(text, length, filler) + text
    }

    @NonCPS
    static String padEnd(String text, Object length, String filler = ' ') {
        return text + padding(text, length, filler)
    }

    @NonCPS
    static String repeat(String text, Object count) {
        double times = Numbers.trunc(count).doubleValue()
        if (times < 0.0d) {
            throw new Exception('Invalid count value: ' + Numbers.toText(count))
        }
        requireLength(text.length() * times)
        StringBuilder result = new StringBuilder()
        for (int index = 0; index < times && text != ''; index++) {
            result.append(text)
        }
        return result.toString()
    }

    /** What stands behind a dollar and means something; empty when the dollar is text. */
    @NonCPS
    private static String referenceAt(String replacement, int index, int groupCount) {
        if (index >= replacement.length()) {
            return ''
        }
        String first = replacement.substring(index, index + 1)
        if (isOneOf('$&`\'', first, 0)) {
            return first
        }
        for (int digits = 2; digits > 0; digits--) {
            if (index + digits <= replacement.length()) {
                String number = replacement.substring(index, index + digits)
                if (number ==~ /[0-9]+/ && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= groupCount) {
                    return number
                }
            }
        }
        return ''
    }

    @NonCPS
    private static String referenced(String reference, String text, int position, List groups) {
        switch (reference) {
            case '$':
                return '$'
            case '&':
                return groups.get(0)
            case '`':
                return text.substring(0, position)
            case '\'':
                return text.substring(position + groups.get(0).length())
            default:
                Object group = groups.get(Integer.parseInt(reference))
                return group == null ? '' : group
        }
    }

    @NonCPS
    private static String padding(String text, Object length, String filler) {
        double wanted = Numbers.trunc(length).doubleValue()
        if (wanted <= text.length() || filler == '') {
            return ''
        }
        requireLength(wanted)
        int missing = (wanted as int) - text.length()
        StringBuilder result = new StringBuilder()
        while (result.length() < missing) {
            result.append(filler)
        }
        return result.toString().substring(0, missing)
    }

    /** Texts of JavaScript have a greatest length. */
    @NonCPS
    private static void requireLength(double length) {
        if (length > 536870888.0d) {
            throw new Exception('Invalid string length')
        }
    }

    @NonCPS
    private static boolean isWhiteSpace(String text, int index) {
        String whiteSpace = '\t\n\013\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a' +
            '\u2028\u2029\u202f\u205f\u3000\ufeff'
        return isOneOf(whiteSpace, text, index)
    }

    @NonCPS
    private static boolean isOneOf(String characters, String text, int index) {
        return characters.contains(text.substring(index, index + 1))
    }

}
