package gigci.engine;

import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns values of scripts into data for the simulator. A GString becomes its text, also inside lists and maps, as for
 * every step of Jenkins; a closure becomes `{"$body": n}` and is kept; an entry of a map without a value is left out,
 * because that is how Groovy says that it is absent. What has no counterpart is refused.
 */
final class ScriptValues {
    private static final long LARGEST_EXACT = 1L << 53;

    /** The closures met so far; their places are the ordinals. */
    final List<Closure<?>> bodies = new ArrayList<>();

    private final String place;
    private final boolean templates;

    private ScriptValues(String place, boolean templates) {
        this.place = place;
        this.templates = templates;
    }

    /** For the arguments of a step. */
    static ScriptValues ofArguments() {
        return new ScriptValues("the arguments of a step", true);
    }

    /**
     * Checks what a closure of a library returned. It stays in the program, where it may hold itself, and holds no GString:
     * TypeScript has no counterpart.
     *
     * @throws EngineFault for a value that has no counterpart
     */
    static void checkResult(Object value) {
        new ScriptValues("the result of a closure", false)
            .check(value, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void check(Object value, Set<Object> seen) {
        if (!isList(value) && !isMap(value)) {
            encode(value);
        } else if (seen.add(value)) {
            Map<?, ?> entries = isMap(value) ? (Map<?, ?>) value : Map.of();
            entries.keySet().forEach(this::key);
            (isMap(value) ? entries.values() : (List<?>) value).forEach(element -> check(element, seen));
        }
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
        if (isList(value)) {
            return list((List<?>) value);
        }
        if (isMap(value)) {
            return map((Map<?, ?>) value);
        }
        throw refused(value);
    }

    private static boolean isList(Object value) {
        return value instanceof List && !(value instanceof Range);
    }

    private static boolean isMap(Object value) {
        return value instanceof Map && !value.getClass().getName().startsWith("groovy.json.");
    }

    private Object closure(Closure<?> value) {
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
            String key = key(entry.getKey());
            if (entry.getValue() != null) {
                entries.put(key, encode(entry.getValue()));
            }
        }
        return entries;
    }

    private String key(Object key) {
        if (key instanceof String || key instanceof GString && templates) {
            return key.toString();
        }
        throw refused(key);
    }

    private EngineFault refused(Object value) {
        String type = value == null ? "null as a key" : "a value of " + value.getClass().getName();
        return new EngineFault(type + " stands in " + place + ": " + value);
    }
}
