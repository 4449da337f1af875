// Generated from src/runtime/Parameters.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

import java.util.regex.Pattern

/**
 * The check that every call of a global variable passes. The twin of what finds the problems is
 * src/outputs/parameter-check.ts: both give the same text for the same input. A definition is a list of maps with name,
 * summary, required and type.
 */
final class Parameters {

    private Parameters() {
    }

    /** What a call passes, as plain data; null is nothing, and in a map means absent. */
    @NonCPS
    static Object normalise(Object given) {
        return given == null ? [:] : Values.plain(given)
    }

    /**
     * The parameters of a call, which fails with all its problems when it has some. Only a script can call the step that
     * fails: it comes first.
     */
    static Map checked(Object script, String name, List definition, Object given) {
        String found = problems(name, definition, given)
        if (found != '') {
            script.error(found)
        }
        return given
    }

    /** Everything that is wrong with a call, as one text; empty when nothing is. */
    @NonCPS
    static String problems(String name, List definition, Object given) {
        List found = []
        if (given instanceof Map) {
            checkGroup(found, '', definition, given)
        } else {
            report(found, name, 'takes named arguments, not ' + show(given))
        }
        if (found.isEmpty()) {
            return ''
        }
        int width = 24
        for (Map problem : found) {
            width = Math.max(width, problem.path.length() + 2)
        }
        String text = name + ': ' + (found.size() == 1 ? '1 problem' : found.size() + ' problems')
        for (Map problem : found) {
            text += '\n  ' + Text.padEnd(problem.path, width) + problem.message
        }
        return text
    }

    /** Declared parameters in their order, each with what it contains; then the unknown keys in the order given. */
    @NonCPS
    private static void checkGroup(List found, String path, List definition, Map values) {
        List names = []
        for (Map parameter : definition) {
            String name = parameter.name
            names.add(name)
            Object value = values.get(name)
            if (value != null) {
                checkValue(found, join(path, name), parameter.type, value)
            } else if (parameter.required) {
                report(found, join(path, name), 'is required: ' + asClause(parameter.summary))
            }
        }
        if (!names.containsAll(values.keySet())) {
            for (String key : Maps.keys(values)) {
                if (!names.contains(key)) {
                    report(found, join(path, key), 'is not a parameter' + suggestion(key, names))
                }
            }
        }
    }

    @NonCPS
    private static void checkValue(List found, String path, Map type, Object value) {
        switch (type.kind) {
            case 'string':
                if (expect(found, path, value instanceof String, 'is not a string', value)) {
                    checkText(found, path, type, value)
                }
                break
            case 'integer':
                if (expect(found, path, value instanceof Number && Numbers.isInteger(value), 'is not a whole number', value)) {
                    checkRange(found, path, type, value)
                }
                break
            case 'number':
                if (expect(found, path, value instanceof Number, 'is not a number', value)) {
                    checkRange(found, path, type, value)
                }
                break
            case 'boolean':
                expect(found, path, value instanceof Boolean, 'is not true or false', value)
                break
            case 'literals':
                checkLiteral(found, path, type.values, value)
                break
            case 'list':
                if (expect(found, path, value instanceof List, 'is not a list', value)) {
                    checkList(found, path, type, value)
                }
                break
            case 'group':
                String expectation = type.canBeFalse ? 'is neither false nor a map' : 'is not a map'
                boolean isOff = type.canBeFalse && value == false
                if (expect(found, path, isOff || value instanceof Map, expectation, value) && !isOff) {
                    checkGroup(found, path, type.parameters, value)
                }
                break
            case 'record':
                if (expect(found, path, value instanceof Map, 'is not a map', value)) {
                    for (String key : Maps.keys(value)) {
                        checkValue(found, join(path, key), type.value, value.get(key))
                    }
                }
                break
        }
    }

    @NonCPS
    private static void checkText(List found, String path, Map type, String value) {
        if (type.pattern != null && !Pattern.compile(type.javaPattern ?: type.pattern).matcher(value).find()) {
            report(found, path, 'does not match ' + type.pattern + ': ' + show(value))
        }
        if (type.minLength != null && value.length() < type.minLength) {
            report(found, path, 'is shorter than ' + Text.of(type.minLength) + ' characters: ' + show(value))
        }
        if (type.maxLength != null && value.length() > type.maxLength) {
            report(found, path, 'is longer than ' + Text.of(type.maxLength) + ' characters')
        }
    }

    @NonCPS
    private static void checkRange(List found, String path, Map type, Object value) {
        if (type.minimum != null && value < type.minimum) {
            report(found, path, 'is less than ' + Text.of(type.minimum) + ': ' + show(value))
        }
        if (type.maximum != null && value > type.maximum) {
            report(found, path, 'is more than ' + Text.of(type.maximum) + ': ' + show(value))
        }
    }

    @NonCPS
    private static void checkLiteral(List found, String path, List choices, Object value) {
        if (value instanceof String && choices.contains(value)) {
            return
        }
        String nearest = value instanceof String ? suggestion(value, choices) : ''
        report(found, path, "is not one of '" + Lists.join(choices, "', '") + "': " + show(value) + nearest)
    }

    @NonCPS
    private static void checkList(List found, String path, Map type, List value) {
        if (type.minItems != null && value.size() < type.minItems) {
            report(found, path, 'has fewer than ' + Text.of(type.minItems) + ' items')
        }
        for (int index = 0; index < value.size(); index++) {
            checkValue(found, path + '[' + index + ']', type.element, value.get(index))
        }
        List repeated = []
        for (int index = 0; type.uniqueItems && index < value.size(); index++) {
            Object element = value.get(index)
            boolean isScalar = !(element instanceof List || element instanceof Map || element instanceof Closure)
            if (isScalar && Lists.indexOf(value, element) < index && !Lists.includes(repeated, element)) {
                repeated.add(element)
                report(found, path, 'repeats an item: ' + show(element))
            }
        }
    }

    @NonCPS
    private static boolean expect(List found, String path, boolean isMet, String expectation, Object value) {
        if (!isMet) {
            report(found, path, expectation + ': ' + show(value))
        }
        return isMet
    }

    @NonCPS
    private static void report(List found, String path, String message) {
        found.add([path: path, message: message])
    }

    /** The rule of src/diagnostics/nearest-name.ts: two edits, or a third of the given name, in whatever case. */
    @NonCPS
    private static String suggestion(String given, List names) {
        String nearest = null
        int fewest = 0
        for (String name : names) {
            int edits = distance(Text.toLowerCase(given), Text.toLowerCase(name))
            if (nearest == null || edits < fewest) {
                nearest = name
                fewest = edits
            }
        }
        boolean isNear = nearest != null && (fewest <= 2 || fewest * 3 <= given.length()) && fewest < given.length()
        return isNear ? "; did you mean '" + nearest + "'?" : ''
    }

    /** How many characters must be inserted, deleted or replaced (Levenshtein). */
    @NonCPS
    private static int distance(String left, String right) {
        List previous = []
        for (int column = 0; column <= right.length(); column++) {
            previous.add(column)
        }
        for (int row = 1; row <= left.length(); row++) {
            List current = [row]
            for (int column = 1; column <= right.length(); column++) {
                boolean isSame = left.substring(row - 1, row) == right.substring(column - 1, column)
                int replaced = previous.get(column - 1) + (isSame ? 0 : 1)
                int inserted = Math.min(previous.get(column) + 1, current.get(column - 1) + 1)
                current.add(Math.min(replaced, inserted))
            }
            previous = current
        }
        return previous.get(right.length())
    }

    @NonCPS
    private static String show(Object value) {
        if (value instanceof String) {
            return value.length() > 60 ? "'" + value.substring(0, 60) + "\u2026'" : "'" + value + "'"
        }
        if (value instanceof List) {
            return 'a list'
        }
        if (value instanceof Map) {
            return 'a map'
        }
        if (value instanceof Closure) {
            return 'a closure'
        }
        return value == null ? 'null' : Text.of(value)
    }

    /** `Name of the ECR repository.` as part of a sentence. */
    @NonCPS
    private static String asClause(String summary) {
        String clause = summary.endsWith('.') ? summary.substring(0, summary.length() - 1) : summary
        return Text.toLowerCase(Text.slice(clause, 0, 1)) + Text.slice(clause, 1)
    }

    @NonCPS
    private static String join(String path, String key) {
        return path == '' ? key : path + '.' + key
    }

}
