// Generated from src/runtime/EffectiveParameters.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/**
 * What applies in a call and where it came from, as lines for the log. The twin is src/outputs/effective-parameters.ts: both
 * give the same text for the same call.
 */
final class EffectiveParameters {

    private EffectiveParameters() {
    }

    /**
     * The table of a call that has passed the check. Credentials appear by their id, and a secret never.
     * @param given the parameters under their names of today; an entry may be absent
     * @param environment the global env
     */
    @NonCPS
    static String of(String name, List definition, Map given, Object environment) {
        List unset = []
        List rows = []
        Map present = Values.plain(given)
        for (Map parameter : definition) {
            List found = []
            read([environment: environment, unset: unset, found: found], '', parameter.name, parameter, present)
            if (!found.isEmpty()) {
                rows.add([title: parameter.name, cells: Lists.join(found, ', ')])
            }
        }
        if (!unset.isEmpty()) {
            rows.add([title: 'not set', cells: Lists.join(unset, ', ')])
        }
        int width = 0
        for (Map row : rows) {
            width = Math.max(width, row.title.length() + 2)
        }
        String table = 'Parameters of ' + name + ', with the origin of what is not the default:'
        for (Map row : rows) {
            table += '\n  ' + Text.padEnd(row.title, width) + row.cells
        }
        return table
    }

    /** Adds what applies of a parameter. The path is below the parameter that the line is for, the whole one has it, too. */
    @NonCPS
    private static void read(Map table, String path, String whole, Map parameter, Map beside) {
        Map type = parameter.type
        Object given = beside.get(parameter.name)
        if (type.kind == 'group') {
            Object value = given != null ? given : parameter.defaultValue != null ? parameter.defaultValue : [:]
            if (value instanceof Map) {
                for (Map inner : type.parameters) {
                    read(table, ParameterGroups.join(path, inner.name), whole + '.' + inner.name, inner, value)
                }
            } else {
                add(table, path, given == null ? 'off' : 'off [call]')
            }
            return
        }
        if (given != null) {
            add(table, path, textOf(type, given) + ' [call]')
            return
        }
        String variable = parameter.details == null ? null : parameter.details.environment
        Object inherited = variable == null ? null : table.environment.getProperty(variable)
        if (inherited != null && inherited != '') {
            add(table, path, textOf(type, inherited) + ' [' + variable + ']')
        } else if (parameter.defaultValue == null) {
            table.unset.add(whole)
        } else if (applies(parameter, beside)) {
            add(table, path, textOf(type, parameter.defaultValue))
        }
    }

    /** What only goes with another parameter that is missing has no effect. */
    @NonCPS
    private static boolean applies(Map parameter, Map beside) {
        List requires = parameter.details == null ? null : parameter.details.requires
        for (String other : requires ?: []) {
            if (beside.get(other) == null) {
                return false
            }
        }
        return true
    }

    @NonCPS
    private static void add(Map table, String path, String text) {
        table.found.add(path == '' ? text : path + ': ' + text)
    }

    /** A value as a Jenkinsfile would give it: of a secret nothing, of an address no login. */
    @NonCPS
    private static String textOf(Map type, Object value) {
        if (type.kind == 'string' && type.secret) {
            return '(not shown)'
        }
        if (value instanceof Closure) {
            return '{ … }'
        }
        if (value instanceof CharSequence) {
            return quoted(value.toString())
        }
        List texts = []
        if (value instanceof List) {
            for (Object element : value) {
                texts.add(textOf(type.kind == 'list' ? type.element : type, element))
            }
            return '[' + Lists.join(texts, ', ') + ']'
        }
        if (!(value instanceof Map)) {
            return value == null ? 'null' : Text.of(value)
        }
        for (String key : Maps.keys(value)) {
            texts.add(key + ': ' + textOf(typeIn(type, key), value.get(key)))
        }
        return texts.isEmpty() ? '[:]' : '[' + Lists.join(texts, ', ') + ']'
    }

    /** The type of an entry of a map that has passed the check. */
    @NonCPS
    private static Map typeIn(Map type, String key) {
        if (type.kind == 'record') {
            return type.value
        }
        for (Map parameter : type.parameters ?: []) {
            if (parameter.name == key) {
                return parameter.type
            }
        }
        return type
    }

    /** Texts are cut after 120 characters: whole files, such as the YAML of a pod, are nothing for a table. */
    @NonCPS
    private static String quoted(String value) {
        String line = value.replaceAll('//[^/@]*@', '//').replace('\r', '').replace('\n', '\\n')
        return line.length() > 120 ? "'" + line.substring(0, 120) + "…'" : "'" + line + "'"
    }

}
