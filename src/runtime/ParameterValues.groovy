package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

import java.util.regex.Pattern

/** What the value of a parameter may be. The twins are src/outputs/parameter-check.ts and value-problems.ts. */
final class ParameterValues {

    private ParameterValues() {
    }

    @NonCPS
    static void check(Map findings, String path, Map type, Object value) {
        switch (type.kind) {
            case 'string':
                if (value instanceof String) {
                    checkText(findings, path, type, value)
                } else {
                    Parameters.report(findings, path, 'is not a string: ' + shown(value, type))
                }
                break
            case 'integer':
                if (expect(findings, path, value instanceof Number && Numbers.isInteger(value), 'is not a whole number', value)) {
                    checkRange(findings, path, type, value)
                }
                break
            case 'number':
                if (expect(findings, path, value instanceof Number, 'is not a number', value)) {
                    checkRange(findings, path, type, value)
                }
                break
            case 'boolean':
                expect(findings, path, value instanceof Boolean, 'is not true or false', value)
                break
            case 'literals':
                checkLiteral(findings, path, type.values, value)
                break
            case 'list':
                if (expect(findings, path, value instanceof List, 'is not a list', value)) {
                    checkList(findings, path, type, value)
                }
                break
            case 'group':
                String expectation = type.canBeFalse ? 'is neither false nor a map' : 'is not a map'
                boolean isOff = type.canBeFalse && value == false
                if (expect(findings, path, isOff || value instanceof Map, expectation, value) && !isOff) {
                    ParameterGroups.check(findings, path, type.parameters, value)
                }
                break
            case 'closure':
                expect(findings, path, value instanceof Closure, 'is not a closure', value)
                break
            case 'record':
                if (expect(findings, path, value instanceof Map, 'is not a map', value)) {
                    for (String key : Maps.keys(value)) {
                        check(findings, ParameterGroups.join(path, key), type.value, value.get(key))
                    }
                }
                break
        }
    }

    /** Lengths count characters, not the halves that some take in Java. */
    @NonCPS
    private static void checkText(Map findings, String path, Map type, String value) {
        if (type.pattern != null && !Pattern.compile(type.javaPattern ?: type.pattern).matcher(value).find()) {
            Parameters.report(findings, path, 'does not match ' + type.pattern + ': ' + shown(value, type))
        }
        if (type.minLength != null && characters(value) < type.minLength) {
            Parameters.report(findings, path, 'is shorter than ' + Text.of(type.minLength) + ' characters: ' + shown(value, type))
        }
        if (type.maxLength != null && characters(value) > type.maxLength) {
            Parameters.report(findings, path, 'is longer than ' + Text.of(type.maxLength) + ' characters')
        }
    }

    @NonCPS
    private static int characters(String text) {
        return text.replaceAll('[\\x{10000}-\\x{10FFFF}]', ' ').length()
    }

    @NonCPS
    private static void checkRange(Map findings, String path, Map type, Object value) {
        if (type.minimum != null && value < type.minimum) {
            Parameters.report(findings, path, 'is less than ' + Text.of(type.minimum) + ': ' + show(value))
        }
        if (type.maximum != null && value > type.maximum) {
            Parameters.report(findings, path, 'is more than ' + Text.of(type.maximum) + ': ' + show(value))
        }
    }

    @NonCPS
    private static void checkLiteral(Map findings, String path, List choices, Object value) {
        if (value instanceof String && choices.contains(value)) {
            return
        }
        String nearest = value instanceof String ? NearestName.suggestion(value, choices) : ''
        Parameters.report(findings, path, "is not one of '" + Lists.join(choices, "', '") + "': " + show(value) + nearest)
    }

    @NonCPS
    private static void checkList(Map findings, String path, Map type, List value) {
        if (type.minItems != null && value.size() < type.minItems) {
            Parameters.report(findings, path, 'has fewer than ' + Text.of(type.minItems) + ' items')
        }
        for (int index = 0; index < value.size(); index++) {
            check(findings, path + '[' + index + ']', type.element, value.get(index))
        }
        List repeated = []
        for (int index = 0; type.uniqueItems && index < value.size(); index++) {
            Object element = value.get(index)
            // What has the wrong type is wrong already.
            boolean isFitting = fits(type.element.kind, element)
            if (isFitting && Lists.indexOf(value, element) < index && !Lists.includes(repeated, element)) {
                repeated.add(element)
                Parameters.report(findings, path, 'repeats an item: ' + show(element))
            }
        }
    }

    @NonCPS
    private static boolean fits(String kind, Object value) {
        if (kind == 'integer' || kind == 'number') {
            return value instanceof Number
        }
        return kind == 'boolean' ? value instanceof Boolean : value instanceof String
    }

    @NonCPS
    private static boolean expect(Map findings, String path, boolean isMet, String expectation, Object value) {
        if (!isMet) {
            Parameters.report(findings, path, expectation + ': ' + show(value))
        }
        return isMet
    }

    /** A value of a parameter as a problem shows it: of a secret its type alone. */
    @NonCPS
    private static String shown(Object value, Map type) {
        if (type.secret && value instanceof String) {
            return 'a string'
        }
        if (type.secret && value instanceof Number) {
            return 'a number'
        }
        return type.secret && value instanceof Boolean ? 'true or false' : show(value)
    }

    @NonCPS
    static String show(Object value) {
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

}
