package gigci.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a thread did when it was run, in the words of the protocol. */
final class Signals {
    private Signals() {
    }

    static Map<String, Object> step(String name, Object arguments, Object frames) {
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("kind", "step");
        signal.put("name", name);
        signal.put("arguments", arguments);
        signal.put("frames", frames);
        return signal;
    }

    static Map<String, Object> returned(Object value) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("kind", "value");
        outcome.put("value", value);
        return ended(outcome);
    }

    static Map<String, Object> failed(Map<String, Object> failure) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("kind", "failure");
        outcome.put("failure", failure);
        return ended(outcome);
    }

    private static Map<String, Object> ended(Map<String, Object> outcome) {
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("kind", "ended");
        signal.put("outcome", outcome);
        return signal;
    }
}
