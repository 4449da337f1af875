// Generated from vars/gigSonarAnalysis.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigSonarAnalysisParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Analyses a service with SonarQube; coverage.xml of the tests is taken along. gigSonarGate asks for the verdict.
 * @example gigSonarAnalysis(directory: 'backend')
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigSonarAnalysis', GigSonarAnalysisParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    Map origin = parameters.tool != null ? parameters.tool : [:]
    String directory = parameters.directory != null ? parameters.directory : '.'
    String server = parameters.server != null ? parameters.server : 'sonarqube'
    String scanner = parameters.scanner != null ? parameters.scanner : 'sonar-scanner'

    // Jenkins would install one that nobody uses.
    String home = origin.run == 'docker' ? '' : findScanner(scanner)
    Map withSonarQubeEnvResult = withSonarQubeEnv(server) {
        return withEnv(Shell.environment([
            GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
            GIG_DIRECTORY: directory,
            GIG_SCANNER_HOME: home,
            GIG_IMAGE: Images.toolImage('sonar-scanner', env.GIG_IMAGE_MIRROR, origin.image),
            GIG_RUN: origin.run,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/sonar-scan.sh', encoding: 'UTF-8'),
                    label: 'sonar-scan.sh',
                    returnStdout: true
                )
            )
        }
    }
    List problem = withSonarQubeEnvResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigSonarAnalysis', problem))
    }
}

/** Home folder of a scanner that Jenkins installs; `''` when it has no tool of that name. */
String findScanner(String scanner) {
    try {
        return tool(scanner)
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception error) {
        echo("Jenkins has no tool ${scanner}: ${error.message}")
        return ''
    }
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private tool(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.tool(given) : DryRun.answer(this, 'tool', given, true, 'tool')
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}

private withSonarQubeEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.withSonarQubeEnv(given, body)
        : DryRun.around(
            this,
            'withSonarQubeEnv',
            given,
            false,
            ['SONAR_CONFIG_NAME', 'SONAR_HOST_URL', 'SONAR_AUTH_TOKEN', 'SONAR_MAVEN_GOAL', 'SONARQUBE_SCANNER_PARAMS'],
            body
        )
}
