// Generated from vars/shared/contradictions.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Lists
import gigci.runtime.Patterns
import gigci.runtime.Text
import gigci.shared.Tags

/** Helpers of vars/shared/contradictions.ts. */
final class Contradictions {

    private Contradictions() {
    }

    /** One line for each contradiction; path and reason in two columns, as the check of a call shows them. */
    @NonCPS
    static List contradictions(Map call) {
        List problems = []
        if (call.ecrRepo.contains('.amazonaws.com')) {
            String value = Text.split(Lists.slice(Text.split(call.ecrRepo, '/'), 1).join('/'), ':')[0]
            String name = value != null ? value : ''
            problems.add(problem(
                'ecrRepo',
                "is the address of a registry, too: give the name alone, '${name}'; the rest comes from the group aws".toString()
            ))
        }
        List invalidTags = call.tags.findAll { word ->
            return !Tags.isValidTag(word)
        }
        for (String tag in invalidTags) {
            problems.add(problem(
                'tags',
                "'${tag}' is no tag: letters, digits, '_', '.' and '-', at most 128".toString()
            ))
        }
        if (call.tags.every { word ->
            return word == 'latest' || word == 'branch'
        }) {
            problems.add(problem(
                'tags',
                'all of them move: add one that names the image for ever, e.g. \'build-commit\''
            ))
        }
        if (call.cache == 'registry' && call.cacheRepo == null) {
            problems.add(problem(
                'image.cacheRepo',
                'is required with image.cache: \'registry\': registry and name of a repository for layers'
            ))
        }
        if (call.cacheRepo != null && !call.cacheRepo.contains('/')) {
            problems.add(problem('image.cacheRepo', 'lacks the host name of its registry: <registry>/<repository>'))
        }
        List reservedVariables = call.variables.findAll { variable ->
            return !Contradictions.isAllowedVariable(variable)
        }
        for (String name in reservedVariables) {
            problems.add(problem(
                "django.env.${name}".toString(),
                'may not be set: the tools of the agent or of gig-ci depend on it'
            ))
        }
        List invalidArguments = call.buildArguments.findAll { argument ->
            return !Patterns.test('^[A-Za-z_][A-Za-z0-9_]*\\z', argument)
        }
        for (String name in invalidArguments) {
            problems.add(problem("image.buildArgs.${name}".toString(), 'is no name of a build argument'))
        }
        return problems
    }

    /** Path and reason in two columns. */
    @NonCPS
    private static String problem(String path, String reason) {
        return "${Text.padEnd(path, 23)} ${reason}".toString()
    }

    /** Whether a service may define a variable: none that leads a tool of the agent astray. */
    @NonCPS
    private static isAllowedVariable(String name) {
        List reserved = ['PATH', 'HOME', 'SHELL', 'IFS', 'ENV', 'BASH_ENV', 'WORKSPACE', 'WORKSPACE_TMP']
        List prefixes = ['LD_', 'GIT_', 'DOCKER_', 'AWS_', 'GIG_', 'JENKINS_']
        String upper = Text.toUpperCase(name)
        return Patterns.test('^[A-Za-z_][A-Za-z0-9_]*\\z', name) &&
            !reserved.contains(upper) &&
            !prefixes.any { prefix ->
                return upper.startsWith(prefix)
            }
    }
}
