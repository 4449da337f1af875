package gigci.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON. Whole numbers become Long, those beyond 2^53 and all others Double, as the generated code keeps numbers. */
final class JsonReader {
    private static final long LARGEST_EXACT = 1L << 53;

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is not JSON */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.position != text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private Object value() {
        skipSpace();
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> entries = new LinkedHashMap<>();
        position++;
        while (!closes('}', entries.isEmpty())) {
            skipSpace();
            String key = string();
            skipSpace();
            expect(':');
            entries.put(key, value());
        }
        return entries;
    }

    private List<Object> list() {
        List<Object> elements = new ArrayList<>();
        position++;
        while (!closes(']', elements.isEmpty())) {
            elements.add(value());
        }
        return elements;
    }

    /** Whether the list or object ends here; otherwise steps over the comma, which the first element does not have. */
    private boolean closes(char end, boolean first) {
        skipSpace();
        if (peek() == end) {
            position++;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (peek() != '"') {
            char character = text.charAt(position++);
            result.append(character == '\\' ? escaped() : character);
        }
        position++;
        return result.toString();
    }

    private char escaped() {
        char character = peek();
        position++;
        switch (character) {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                position += 4;
                return (char) Integer.parseInt(text.substring(position - 4, position), 16);
            default:
                return character;
        }
    }

    private Object number() {
        int start = position;
        while (position < text.length() && "+-.0123456789eE".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        String digits = text.substring(start, position);
        if (digits.isEmpty()) {
            throw unexpected();
        }
        double value = Double.parseDouble(digits);
        boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT;
        if (whole) {
            return (long) value;
        }
        return value;
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        return meaning;
    }

    private void expect(char character) {
        if (peek() != character) {
            throw unexpected();
        }
        position++;
    }

    private char peek() {
        if (position >= text.length()) {
            throw unexpected();
        }
        return text.charAt(position);
    }

    private void skipSpace() {
        while (position < text.length() && text.charAt(position) <= ' ') {
            position++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not JSON at character " + position);
    }
}
