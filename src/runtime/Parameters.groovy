package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/**
 * The check that every call of a global variable passes. The twin of what finds the problems is
 * src/outputs/parameter-check.ts: both give the same text for the same input. A definition is a list of maps with name,
 * summary, required, type and, where there is more to say, details.
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
     * The parameters of a call under their names of today. A call with problems fails with all of them, one with warnings
     * says them. Only a script can call the steps for that: it comes first.
     * @param deprecated what to call instead of a global variable that is deprecated
     */
    static Map checked(Object script, String name, List definition, Object given, String deprecated = null) {
        Map findings = examine(name, definition, given, deprecated, script.env)
        if (findings.problems != '') {
            script.error(findings.problems)
        }
        if (findings.warnings != '') {
            script.echo(findings.warnings)
        }
        return given
    }

    /** Everything that is wrong with a call, and what it should not do any more, as texts; empty when there is nothing. */
    @NonCPS
    static Map examine(String name, List definition, Object given, String deprecated, Object environment) {
        Map findings = [problems: [], warnings: [], renames: [], environment: environment]
        if (deprecated != null) {
            warn(findings, name, 'is deprecated: ' + deprecated)
        }
        String dryRun = environment.getProperty('GIG_DRY_RUN')
        // Somebody else's variable of that name, whatever its value, would make each command of a real build a line of the log.
        if (dryRun != null && !dryRun.startsWith('-')) {
            report(findings, 'GIG_DRY_RUN', 'is set in the environment of this build, and belongs to dry runs: call that variable otherwise')
        }
        if (given instanceof Map) {
            ParameterGroups.check(findings, '', definition, given)
        } else {
            report(findings, name, 'takes named arguments, not ' + ParameterValues.show(given))
        }
        for (Map rename : findings.renames) {
            rename.values.put(rename.to, rename.values.remove(rename.from))
        }
        String problems = text(name, 'problem', findings.problems)
        if (problems != '' && environment.getProperty('JOB_URL') != null) {
            problems += '\n  see ' + environment.getProperty('JOB_URL') + 'pipeline-syntax/globals#' + name
        }
        return [problems: problems, warnings: text(name, 'warning', findings.warnings)]
    }

    @NonCPS
    private static String text(String name, String what, List found) {
        if (found.isEmpty()) {
            return ''
        }
        int width = 24
        for (Map each : found) {
            width = Math.max(width, each.path.length() + 2)
        }
        String text = name + ': ' + found.size() + ' ' + what + (found.size() == 1 ? '' : 's')
        for (Map each : found) {
            text += '\n  ' + Text.padEnd(each.path, width) + each.message
        }
        return text
    }

    @NonCPS
    static void report(Map findings, String path, String message) {
        findings.problems.add([path: path, message: message])
    }

    @NonCPS
    static void warn(Map findings, String path, String message) {
        findings.warnings.add([path: path, message: message])
    }

}
