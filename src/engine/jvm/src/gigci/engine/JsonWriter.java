package gigci.engine;

import java.util.List;
import java.util.Map;

/** Writes JSON on one line, in ASCII, so that no encoding between the processes can change a character. */
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {
    }

    /** @param value null, Boolean, Long, Double, String, a List of such or a Map from String to such */
    static String write(Object value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.text.toString();
    }

    private void value(Object value) {
        if (value instanceof String) {
            string((String) value);
        } else if (value instanceof List) {
            list((List<?>) value);
        } else if (value instanceof Map) {
            object((Map<?, ?>) value);
        } else {
            text.append(value);
        }
    }

    private void list(List<?> elements) {
        String separator = "[";
        for (Object element : elements) {
            text.append(separator);
            value(element);
            separator = ",";
        }
        text.append(elements.isEmpty() ? "[]" : "]");
    }

    private void object(Map<?, ?> entries) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            text.append(separator);
            string((String) entry.getKey());
            text.append(':');
            value(entry.getValue());
            separator = ",";
        }
        text.append(entries.isEmpty() ? "{}" : "}");
    }

    private void string(String string) {
        text.append('"');
        for (int index = 0; index < string.length(); index++) {
            character(string.charAt(index));
        }
        text.append('"');
    }

    private void character(char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character >= ' ' && character < 127) {
            text.append(character);
        } else {
            text.append(String.format("\\u%04x", (int) character));
        }
    }
}
