// Generated from vars/gigPreflight.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigPreflightParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Lists
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Messages
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Looks for everything that a build needs before it begins, and names all that is missing at once.
 * @example gigPreflight(tools: ['python3', 'trivy|docker'], files: ['backend/Dockerfile'], logins: ['nexus-cred'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigPreflight', GigPreflightParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map needs) {
    List problems = missing(needs).collect { missingThing -> missingThing.sentence }
    if (!problems.isEmpty()) {
        error(Messages.missingMessage(problems))
    }
}

/** What is missing. */
List missing(Map parameters) {
    List tools = parameters.tools != null ? parameters.tools : []
    String packagingPython = parameters.packagingPython
    List files = parameters.files != null ? parameters.files : []
    List secretTexts = parameters.secretTexts != null ? parameters.secretTexts : []
    List logins = parameters.logins != null ? parameters.logins : []
    List awsCredentials = parameters.awsCredentials != null ? parameters.awsCredentials : []

    return missingTools(tools, packagingPython) +
        missingFiles(files) +
        missingCredentials('secret text', secretTexts) +
        missingCredentials('user name with password', logins) +
        missingCredentials('AWS credentials', awsCredentials)
}

private List missingTools(List tools, String packagingPython) {
    List wanted = unique(tools)
    List names = unique(Text.split(wanted.join('|'), '|'))
    if (wanted.isEmpty()) {
        return []
    }
    Map scriptResult = withEnv(Shell.environment([GIG_TOOLS: names, GIG_PYTHON: packagingPython])) {
        return Shell.outputs(
            [missing: 'list', broken: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/preflight.sh', encoding: 'UTF-8'),
                label: 'preflight.sh',
                returnStdout: true
            )
        )
    }
    List absent = scriptResult.missing
    List broken = scriptResult.broken
    return wanted.findAll { alternatives ->
        return Text.split(alternatives, '|').every { name -> absent.contains(name) }
    }.collect { alternatives -> [name: alternatives, sentence: toolProblem(Text.split(alternatives, '|'), broken)] }
}

/** One that is there and does not serve is the better remedy than one that would have to be installed. */
@NonCPS
private String toolProblem(List choices, List broken) {
    List reasons = broken.findAll { reason -> choices.any { name -> reason.startsWith("${name}: ".toString()) } }
    String remedy = 'install it on the agent, or use an agent label whose machines have it'
    String reason = reasons[0] != null ? reasons[0] : remedy
    // A reason begins with its tool: that is enough where it is the only one.
    return !reasons.isEmpty() && choices.size() == 1 ? "tool ${reason}" : "tool ${choices.join(' or ')}: ${reason}"
}

@NonCPS
private List unique(List values) {
    return Lists.elements(Lists.entries(values).findAll { indexAndElement ->
        def value = indexAndElement[1]
        def index = indexAndElement[0]
        return values.indexOf(value) == index
    })
}

private List missingFiles(List files) {
    List problems = []
    for (String alternatives in files) {
        List choices = Text.split(alternatives, '|')
        def found = false
        for (String file in choices) {
            if (!found) {
                found = fileExists(file)
            }
        }
        if (!found) {
            problems.add([
                name: alternatives,
                sentence: "file ${choices.join(' or ')}: add it to the repository".toString(),
            ])
        }
    }
    return problems
}

/** Binding a credential to nothing is the only way to ask Jenkins for it. */
private List missingCredentials(String kind, List ids) {
    List problems = []
    for (String id in unique(ids)) {
        try {
            if (!bind(kind, id)) {
                problems.add([
                    name: id,
                    sentence: "credential ${id} (${kind}): Jenkins lacks the plugin aws-credentials, which binds it".toString(),
                ])
            }
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception error) {
            problems.add([name: id, sentence: "credential ${id} (${kind}): ${error.message}".toString()])
        }
    }
    return problems
}

/** Whether Jenkins has the plugin that binds such a credential. */
private bind(String kind, String id) {
    if (kind == 'AWS credentials') {
        return Flow.ifInstalled(this, 'aws') {
            withCredentials([aws(credentialsId: id)]) { }
        }
    }
    if (kind == 'secret text') {
        withCredentials([string(credentialsId: id, variable: 'GIG_VALUE')]) { }
    } else {
        withCredentials([
            usernamePassword(credentialsId: id, usernameVariable: 'GIG_USERNAME', passwordVariable: 'GIG_PASSWORD'),
        ]) { }
    }
    return true
}

/** From here on: steps that a dry run prints instead. */
private aws(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.aws(given) : DryRun.binding('aws', given)
}

private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private fileExists(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.fileExists(given) : DryRun.answer(this, 'fileExists', given, true, true)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private string(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.string(given) : DryRun.binding('string', given)
}

private usernamePassword(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.usernamePassword(given) : DryRun.binding('usernamePassword', given)
}

private withCredentials(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withCredentials(given, body) : DryRun.withCredentials(this, given, body)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
