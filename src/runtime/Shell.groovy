package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Values on their way to the environment of a command, and back from what a script printed. */
final class Shell {

    private Shell() {
    }

    /** A list as numbered variables: NAME_COUNT=2, NAME_1=..., NAME_2=... */
    @NonCPS
    static List list(String name, List values) {
        List variables = ["${name}_COUNT=${values.size()}".toString()]
        for (int index = 0; index < values.size(); index++) {
            variables.add("${name}_${index + 1}=${Text.of(values.get(index))}".toString())
        }
        return variables
    }

    /** NAME=value for each entry, numbered variables for a list; absent values are left out. */
    @NonCPS
    static List environment(Map variables) {
        List settings = []
        for (Object name : Maps.keys(variables)) {
            Object value = variables.get(name)
            if (value instanceof List) {
                settings.addAll(list(name, value))
            } else if (value != null) {
                settings.add("${name}=${Text.of(value)}".toString())
            }
        }
        return settings
    }

    /** The same for a record whose names are known here first: names that authors may not set are an error. */
    @NonCPS
    static List settableEnvironment(Map variables) {
        String form = '[A-Za-z_][A-Za-z0-9_]*(\\+[A-Za-z0-9_]+)?'
        String reserved =
            '(?i)(PATH|HOME|SHELL|IFS|ENV|BASH_ENV|WORKSPACE|NODE_NAME|BUILD_\\w+|JENKINS_\\w+|LD_\\w+)'
        for (Object name : Maps.keys(variables)) {
            String text = name
            if (!(text ==~ form) || text ==~ reserved) {
                throw new Exception("Variable ${text} may not be set: the system, Jenkins or a tool's login depends on it.".toString())
            }
        }
        return environment(variables)
    }

    /**
     * The outputs in the name=value lines that a script printed. A list has one line an element; another output without a
     * line stays absent, and the last line counts.
     * @param types by name: string, integer, boolean or list
     */
    @NonCPS
    static Map outputs(Map types, String text) {
        Map outputs = [:]
        List lines = Text.split(text, '\n')
        for (Object name : types.keySet()) {
            String prefix = name + '='
            List values = []
            for (String line : lines) {
                if (line.startsWith(prefix)) {
                    values.add(line.substring(prefix.length()))
                }
            }
            if (types.get(name) == 'list') {
                outputs.put(name, values)
            } else if (!values.isEmpty()) {
                outputs.put(name, convert(name, types.get(name), values.last()))
            }
        }
        return outputs
    }

    @NonCPS
    private static Object convert(String name, String type, String text) {
        switch (type) {
            case 'integer':
                if (!(text ==~ /-?[0-9]{1,15}/)) {
                    throw new Exception("output ${name} is not a whole number: '${text}'".toString())
                }
                return text.toLong()
            case 'boolean':
                return text == 'true'
            default:
                return text
        }
    }

}
