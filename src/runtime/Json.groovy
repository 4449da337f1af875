package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** JSON as JavaScript writes it. */
final class Json {

    private Json() {
    }

    /**
     * A value as JSON.
     * @param indent spaces for each level, at most 10; 0 for one line. Less than one space means lines without any: so does Node.
     */
    @NonCPS
    static String stringify(Object value, Object indent = 0) {
        if (isLeftOut(value)) {
            return null
        }
        String step = indent > 0 ? ' ' * (Math.min(10.0d, Numbers.trunc(indent).doubleValue()) as int) : null
        return write(value, step, '')
    }

    @NonCPS
    private static String write(Object value, String step, String indentation) {
        if (value instanceof String) {
            return quote(value)
        }
        if (value instanceof Number) {
            return Numbers.toText(value)
        }
        if (isLeftOut(value)) {
            return 'null'
        }
        String inner = step == null ? '' : indentation + step
        List parts = []
        if (value instanceof List) {
            for (Object element : value) {
                parts.add(write(element, step, inner))
            }
            return enclose('[', parts, ']', step, indentation)
        }
        if (value instanceof Map) {
            for (Object key : Maps.keys(value)) {
                if (!isLeftOut(value.get(key))) {
                    parts.add(quote(key) + (step == null ? ':' : ': ') + write(value.get(key), step, inner))
                }
            }
            return enclose('{', parts, '}', step, indentation)
        }
        // An error has nothing that JavaScript would write.
        return value instanceof Throwable ? '{}' : String.valueOf((Object) value)
    }

    /** What JSON does not have: absent values and closures. */
    @NonCPS
    private static boolean isLeftOut(Object value) {
        return value == null || value instanceof Closure
    }

    @NonCPS
    private static String enclose(String open, List parts, String close, String step, String indentation) {
        if (parts.isEmpty() || step == null) {
            return open + Lists.join(parts, ',') + close
        }
        String lineStart = '\n' + indentation + step
        return open + lineStart + Lists.join(parts, ',' + lineStart) + '\n' + indentation + close
    }

    @NonCPS
    private static String quote(String text) {
        // Most texts have nothing to escape: one look at all of it takes less than one call for each character.
        if (text.matches('[ -~&&[^"\\\\]]*')) {
            return '"' + text + '"'
        }
        StringBuilder result = new StringBuilder('"')
        for (int index = 0; index < text.length(); index++) {
            result.append(escape(text, index))
        }
        return result.append('"').toString()
    }

    @NonCPS
    private static String escape(String text, int index) {
        String character = text.substring(index, index + 1)
        switch (character) {
            case '"':
                return '\\"'
            case '\\':
                return '\\\\'
            case '\b':
                return '\\b'
            case '\f':
                return '\\f'
            case '\n':
                return '\\n'
            case '\r':
                return '\\r'
            case '\t':
                return '\\t'
            default:
                int code = text.codePointAt(index)
                // The second half of a pair is no code point of its own.
                boolean isPaired = code > 0xffff || (index > 0 && text.codePointAt(index - 1) > 0xffff)
                boolean isLoneSurrogate = !isPaired && code >= 0xd800 && code <= 0xdfff
                return code < 0x20 || isLoneSurrogate ? '\\u' + Integer.toString(code, 16).padLeft(4, '0') : character
        }
    }

}
