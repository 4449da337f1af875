// Generated from src/runtime/ParameterGroups.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** What a map of named parameters may hold. The twin is src/outputs/parameter-check.ts. */
final class ParameterGroups {

    private ParameterGroups() {
    }

    /** Declared parameters in their order, each with what it contains; then the unknown keys in the order given. */
    @NonCPS
    static void check(Map findings, String path, List definition, Map values) {
        List names = []
        for (Map parameter : definition) {
            Map details = parameter.details
            boolean isRenamed = details != null && details.formerly != null
            String name = isRenamed ? givenName(parameter, values) : parameter.name
            Object value = values.get(name)
            names.add(parameter.name)
            if (value != null) {
                ParameterValues.check(findings, join(path, name), parameter.type, value)
                if (details != null) {
                    checkDetails(findings, path, definition, parameter, values)
                }
            } else if (parameter.required) {
                Parameters.report(findings, join(path, name), 'is required: ' + asClause(parameter.summary))
            } else if (details != null && details.environment != null) {
                checkEnvironment(findings, join(path, name), parameter)
            }
        }
        if (!names.containsAll(values.keySet())) {
            List former = formerNames(definition)
            for (String key : Maps.keys(values)) {
                if (!names.contains(key) && !former.contains(key)) {
                    Parameters.report(findings, join(path, key), 'is not a parameter' + NearestName.suggestion(key, names))
                }
            }
        }
    }

    /** The name by which a call gives a parameter: that of today, unless only a former one is there. */
    @NonCPS
    private static String givenName(Map parameter, Map values) {
        List present = presentNames(parameter, values)
        return present.isEmpty() ? parameter.name : present.get(0)
    }

    @NonCPS
    private static List presentNames(Map parameter, Map values) {
        List present = []
        if (values.get(parameter.name) != null) {
            present.add(parameter.name)
        }
        if (parameter.details != null && parameter.details.formerly != null) {
            for (String name : parameter.details.formerly) {
                if (values.get(name) != null) {
                    present.add(name)
                }
            }
        }
        return present
    }

    @NonCPS
    private static List formerNames(List definition) {
        List names = []
        for (Map parameter : definition) {
            if (parameter.details != null && parameter.details.formerly != null) {
                names.addAll(parameter.details.formerly)
            }
        }
        return names
    }

    /** What a parameter that is given says beyond its type. */
    @NonCPS
    private static void checkDetails(Map findings, String path, List definition, Map parameter, Map values) {
        List present = presentNames(parameter, values)
        String given = present.get(0)
        for (String name : present.drop(1)) {
            ParameterValues.check(findings, join(path, name), parameter.type, values.get(name))
        }
        for (String name : present.drop(1)) {
            Parameters.report(findings, join(path, name), "means '" + parameter.name + "', which is given already")
        }
        if (given != parameter.name) {
            Parameters.warn(findings, join(path, given), "is called '" + parameter.name + "' now")
            findings.renames.add([values: values, from: given, to: parameter.name])
        }
        if (parameter.details.deprecated != null) {
            Parameters.warn(findings, join(path, given), 'is deprecated: ' + parameter.details.deprecated)
        }
        for (String other : parameter.details.requires ?: []) {
            if (presentNamesOf(other, definition, values).isEmpty()) {
                Parameters.report(findings, join(path, other), "is required with '" + parameter.name + "'")
            }
        }
        for (String other : parameter.details.conflicts ?: []) {
            for (String name : presentNamesOf(other, definition, values)) {
                Parameters.report(findings, join(path, name), "cannot be given with '" + parameter.name + "'")
            }
        }
    }

    @NonCPS
    private static List presentNamesOf(String name, List definition, Map values) {
        for (Map parameter : definition) {
            if (parameter.name == name) {
                return presentNames(parameter, values)
            }
        }
        return []
    }

    /** What is wrong with the variable that stands for a parameter that the call leaves out. */
    @NonCPS
    private static void checkEnvironment(Map findings, String path, Map parameter) {
        Map type = parameter.type
        if (type.kind == 'group') {
            // It stands for its defaults, some of which the environment may give.
            for (Map inner : type.parameters) {
                if (inner.details != null && inner.details.environment != null) {
                    checkEnvironment(findings, join(path, inner.name), inner)
                }
            }
            return
        }
        String variable = parameter.details.environment
        Object value = findings.environment.getProperty(variable)
        if (value != null && value != '') {
            int before = findings.problems.size()
            ParameterValues.check(findings, path, type, value)
            for (Map problem : findings.problems.drop(before)) {
                problem.put('message', problem.message + ' (from ' + variable + ' in the environment)')
            }
        }
    }

    /** `Name of the ECR repository.` as part of a sentence. */
    @NonCPS
    private static String asClause(String summary) {
        String clause = summary.endsWith('.') ? summary.substring(0, summary.length() - 1) : summary
        return Text.toLowerCase(Text.slice(clause, 0, 1)) + Text.slice(clause, 1)
    }

    @NonCPS
    static String join(String path, String key) {
        return path == '' ? key : path + '.' + key
    }

}
