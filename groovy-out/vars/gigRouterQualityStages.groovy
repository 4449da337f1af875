// Generated from vars/gigRouterQualityStages.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterQualityStagesParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Values

/**
 * The stages of gigRouterPipeline that judge code and dependencies.
 * @example gigRouterQualityStages(project: 'orders', backendDir: 'backend', sonar: false)
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigRouterQualityStages', GigRouterQualityStagesParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    Map tools = parameters.tools != null ? parameters.tools : [:]
    String project = parameters.project
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    def sonar = parameters.sonar != null ? parameters.sonar : [:]
    def owasp = parameters.owasp != null ? parameters.owasp : [:]
    String reportRoot = parameters.reportRoot != null ? parameters.reportRoot : '.'

    sonarStages(sonar, backendDir, tools)
    owaspStage(owasp, project, backendDir, reportRoot, tools)
}

/** The stages that judge the code. */
void sonarStages(sonar, String directory, Map tools) {
    stage('SonarQube Analysis') {
        analyse(sonar, directory, tools.sonarScanner != null ? tools.sonarScanner : [:])
    }
    stage('SonarQube Quality Gate') {
        awaitGate(sonar)
    }
}

/** The stage that judges the dependencies. */
void owaspStage(owasp, String project, String directory, String reportRoot, Map tools) {
    stage('OWASP Dependency Check') {
        if (owasp == false) {
            echo('Skipped: owasp is off')
        } else {
            gigOwaspCheck.perform(owasp +
                [
                    tool: tools.owasp != null ? tools.owasp : [:],
                    project: project,
                    directory: directory,
                    reportRoot: reportRoot,
                ])
        }
    }
}

/** Why SonarQube does not judge this build; `''` when it does. */
String sonarRefusal(sonar) {
    if (sonar == false) {
        return 'sonar is off'
    }
    def pullRequests = sonar.pullRequests ?: false
    if (env.CHANGE_FORK != null) {
        return 'pull request from a fork, which binds no credential'
    }
    return env.CHANGE_ID != null && !pullRequests ? 'pull request, and sonar.pullRequests is false' : ''
}

private void analyse(sonar, String directory, Map tool) {
    String refusal = sonarRefusal(sonar)
    if (sonar == false || refusal != '') {
        echo("Skipped: ${refusal}")
    } else {
        gigSonarAnalysis.perform(sonar + [tool: tool, directory: directory])
    }
}

private void awaitGate(sonar) {
    String refusal = sonarRefusal(sonar)
    if (sonar == false || refusal != '') {
        echo("Skipped: ${refusal}")
    } else {
        gigSonarGate.perform(sonar)
    }
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}
