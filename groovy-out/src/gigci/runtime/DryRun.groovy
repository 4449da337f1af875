// Generated from src/runtime/DryRun.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/**
 * What stands in the place of the steps that touch something while a dry run is on: GIG_DRY_RUN in the environment holds a
 * dash and the names of the variables that the program has set. The twin is src/direct/dry-run.ts. Only a script can call
 * steps: it comes first.
 */
final class DryRun {

    private DryRun() {
    }

    /** A step without a body: printed, unless it only asks, and answered. */
    static Object answer(Object script, String step, Object given, boolean quiet, Object answer) {
        if (!quiet) {
            say(script, named(step, given))
        }
        return answer
    }

    /** A step with a body, which runs; of the variables that the step sets there, the names are remembered. */
    static Object around(Object script, String step, Object given, boolean quiet, List variables, Closure body) {
        if (!quiet) {
            say(script, named(step, given))
        }
        return variables.isEmpty() ? body.call() : runWith(script, [], withNames(names(script), variables), body)
    }

    /** What a program says follows from made-up answers, unless it says that there is nothing to do. */
    static Object echo(Object script, Object message) {
        script.steps.echo(printed(message, script.env.STAGE_NAME))
        return null
    }

    /** A command: printed, and answered with the examples in the header of a resource script. */
    static Object sh(Object script, Object given) {
        Map command = commandOf(given)
        String with = Lists.join(names(script), ', ')
        say(script, (command.label == null ? command.script : command.label) + (with == '' ? '' : ' with ' + with))
        return answerOf(command)
    }

    static Object withEnv(Object script, List overrides, Closure body) {
        return runWith(script, overrides, withOverrides(names(script), overrides), body)
    }

    /** Bindings are what {@link #binding} made. */
    static Object withCredentials(Object script, List bindings, Closure body) {
        say(script, credentialsText(bindings))
        return runWith(script, [], withNames(names(script), boundVariables(bindings)), body)
    }

    /** A binding of credentials as plain data, because nobody may look into that of Jenkins. */
    @NonCPS
    static Map binding(String kind, Map given) {
        return [kind: kind] + given
    }

    private static void say(Object script, String what) {
        String stage = script.env.STAGE_NAME
        script.steps.echo('[' + (stage == null ? '-' : stage) + '] would run ' + what)
    }

    @NonCPS
    private static String printed(Object message, String stage) {
        String text = message
        return text.startsWith('Skipped: ') ? text : '[' + (stage == null ? '-' : stage) + '] would print: ' + text
    }

    private static List names(Object script) {
        return listOf(script.env.GIG_DRY_RUN)
    }

    private static Object runWith(Object script, List overrides, List names, Closure body) {
        return script.steps.withEnv(overrides + ['GIG_DRY_RUN=' + Lists.join(['-'] + names, ',')], body)
    }

    @NonCPS
    private static List listOf(String names) {
        return Text.split(names, ',').drop(1)
    }

    @NonCPS
    private static String named(String step, Object given) {
        return given instanceof String ? step + " '" + given + "'" : step
    }

    @NonCPS
    private static Map commandOf(Object given) {
        return given instanceof Map ? given : [script: given]
    }

    @NonCPS
    private static Object answerOf(Map command) {
        if (command.returnStatus) {
            return 0L
        }
        return command.returnStdout ? exampleOutputs(command.script) : null
    }

    @NonCPS
    private static String credentialsText(List bindings) {
        List ids = []
        for (Map binding : bindings) {
            ids.add("'" + binding.credentialsId + "'")
        }
        return 'withCredentials ' + Lists.join(ids, ', ')
    }

    /** NAME= removes a variable, PATH+X= adds to one. Case does not matter, and the first spelling stays. */
    @NonCPS
    private static List withOverrides(List before, List overrides) {
        List names = before
        for (String override : overrides) {
            int split = override.indexOf('=')
            String name = Text.split(override.substring(0, split), '+').get(0)
            if (split < override.length() - 1) {
                names = withNames(names, [name])
            } else {
                List rest = []
                for (String other : names) {
                    if (Text.toUpperCase(other) != Text.toUpperCase(name)) {
                        rest.add(other)
                    }
                }
                names = rest
            }
        }
        return names
    }

    @NonCPS
    private static List withNames(List before, List more) {
        List names = []
        names.addAll(before)
        for (String name : more) {
            boolean isNew = true
            for (String other : before) {
                isNew = isNew && Text.toUpperCase(other) != Text.toUpperCase(name)
            }
            if (isNew) {
                names.add(name)
            }
        }
        return names.toSorted()
    }

    /** The variables that bindings set. */
    @NonCPS
    private static List boundVariables(List bindings) {
        List variables = []
        for (Map binding : bindings) {
            if (binding.kind == 'aws') {
                variables.addAll(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
            } else {
                for (String key : ['variable', 'usernameVariable', 'passwordVariable']) {
                    if (binding.get(key) != null) {
                        variables.add(binding.get(key))
                    }
                }
            }
        }
        return variables
    }

    /** The elements are separated by commas; a dash is none. */
    @NonCPS
    private static List listExample(String example) {
        return example == '-' ? [] : Text.split(example, ',')
    }

    /** name=example for each '# @out name type example' in the header of a script. */
    @NonCPS
    private static String exampleOutputs(String script) {
        String outputs = ''
        for (String line : Text.split(script, '\n')) {
            if (!line.startsWith('#')) {
                return outputs
            }
            String[] words = line.split(' +')
            if (words.length > 4 && words[1] == '@out') {
                List values = words[3] == 'list' ? listExample(words[4]) : [words[4]]
                for (String value : values) {
                    outputs += words[2] + '=' + value + '\n'
                }
            }
        }
        return outputs
    }

}
