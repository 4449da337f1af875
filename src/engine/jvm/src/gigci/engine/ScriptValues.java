package gigci.engine;

import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns values of scripts into data for the simulator. A GString becomes its text, also inside lists and maps, as for
 * every step of Jenkins; a closure becomes `{"$body": n}` and is kept, but in a result it is nothing; an entry of a map
 * without a value is left out, because that is how Groovy says that it is absent. What has no counterpart is refused.
 */
final class ScriptValues {
    private static final long LARGEST_EXACT = 1L << 53;

    /** The closures met so far; their places are the ordinals. */
    final List<Closure<?>> bodies = new ArrayList<>();

    private final String place;
    private final boolean closures;
    private final boolean templates;

    private ScriptValues(String place, boolean closures, boolean templates) {
        this.place = place;
        this.closures = closures;
        this.templates = templates;
    }

    /** For the arguments of a step. */
    static ScriptValues ofArguments() {
        return new ScriptValues("the arguments of a step", true, true);
    }

    /** For the result of a closure. A closure of a library must have turned a GString into a string. */
    static ScriptValues ofResult(boolean ofJenkinsfile) {
        return new ScriptValues("the result of a closure", false, ofJenkinsfile);
    }

    /** @throws EngineFault for a value that has no counterpart in the simulator */
    Object encode(Object value) {
        if (value == null || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Number) {
            return number((Number) value);
        }
        if (value instanceof GString && templates) {
            return value.toString();
        }
        if (value instanceof Closure) {
            return closure((Closure<?>) value);
        }
        if (value instanceof List && !(value instanceof Range)) {
            return list((List<?>) value);
        }
        if (value instanceof Map && !value.getClass().getName().startsWith("groovy.json.")) {
            return map((Map<?, ?>) value);
        }
        throw refused(value);
    }

    private Object closure(Closure<?> value) {
        if (!closures) {
            return null;
        }
        bodies.add(value);
        return Map.of("$body", bodies.size() - 1L);
    }

    private Object number(Number value) {
        if (value instanceof Integer || value instanceof Long) {
            long whole = value.longValue();
            if (Math.abs(whole) <= LARGEST_EXACT) {
                return whole;
            }
        } else if (value instanceof Double && Double.isFinite(value.doubleValue())) {
            return value;
        }
        throw refused(value);
    }

    private List<Object> list(List<?> value) {
        List<Object> elements = new ArrayList<>(value.size());
        for (Object element : value) {
            elements.add(encode(element));
        }
        return elements;
    }

    private Map<String, Object> map(Map<?, ?> value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : value.entrySet()) {
            boolean text = entry.getKey() instanceof String || entry.getKey() instanceof GString && templates;
            if (!text) {
                throw refused(entry.getKey());
            }
            if (entry.getValue() != null) {
                entries.put(entry.getKey().toString(), encode(entry.getValue()));
            }
        }
        return entries;
    }

    private EngineFault refused(Object value) {
        String type = value == null ? "null as a key" : "a value of " + value.getClass().getName();
        return new EngineFault(type + " stands in " + place + ": " + value);
    }
}
