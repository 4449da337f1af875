// Generated from vars/gigSonarGate.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigSonarGateParameters
import gigci.runtime.Flow
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Text
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Waits for the verdict of SonarQube on the last gigSonarAnalysis of this build.
 * @return what the gate says: OK, WARN, ERROR or NONE
 * @example gigSonarGate(directory: 'backend', gate: 'unstable')
 */
String call(Map arguments = [:]) {
    Map parameters = Parameters.normalise(arguments)
    String problems = Parameters.problems('gigSonarGate', GigSonarGateParameters.definition(), parameters)
    if (problems != '') {
        error(problems)
    }
    return perform(parameters)
}

/** Called by other variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String server = parameters.server != null ? parameters.server : 'sonarqube'
    String directory = parameters.directory != null ? parameters.directory : '.'
    String gate = parameters.gate != null ? parameters.gate : 'abort'
    String wait = parameters.wait != null ? parameters.wait : 'auto'
    def timeoutMinutes = parameters.timeoutMinutes != null ? parameters.timeoutMinutes : 5

    String status = verdictInTime(server, directory, wait, timeoutMinutes)
    if (status == 'ERROR') {
        String message = 'The quality gate failed. The dashboard of SonarQube shows which condition: look for code smells, bugs and security hotspots, ' +
            'and whether the coverage reaches its minimum.'
        if (gate == 'abort') {
            error(message)
        }
        if (gate == 'unstable') {
            unstable(message)
        } else {
            echo(message)
        }
    }
    return status
}

/** The verdict; a failure names what it depends on. */
private String verdictInTime(String server, String directory, String wait, minutes) {
    try {
        return Flow.withDeadline(this, minutes, 'The quality gate') {
            return verdict(server, directory, wait, minutes)
        }
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception errorValue) {
        error("${errorValue.message}. Look at the background tasks of SonarQube; without sonar.wait: poll, it must call the webhook of Jenkins ".toString() +
            '(<address of Jenkins>/sonarqube-webhook/, with the slash). sonar.timeoutMinutes allows more time.')
    }
}

private String verdict(String server, String directory, String wait, minutes) {
    if (wait == 'webhook') {
        return awaitWebhook()
    }
    String asked = askServer(server, directory, Numbers.multiply(minutes, 60))
    if (wait == 'auto') {
        return awaitWebhook()
    }
    if (asked == 'PENDING') {
        error('SonarQube was not done in time')
    }
    return asked
}

/** Asks the server until it has processed the analysis, so that Jenkins finds the verdict without a webhook. */
private String askServer(String server, String directory, seconds) {
    return withSonarQubeEnv(server) {
        Map scriptResult = withEnv(["GIG_DIRECTORY=${directory}", "GIG_SECONDS=${Text.of(seconds)}"]) {
            return Shell.outputs(
                [status: 'string'],
                sh(
                    script: libraryResource(resource: 'gig-ci/sonar-task.sh', encoding: 'UTF-8'),
                    label: 'sonar-task.sh',
                    returnStdout: true
                )
            )
        }
        String status = scriptResult.status
        return status
    }
}

private String awaitWebhook() {
    def waitForQualityGateResult = waitForQualityGate(abortPipeline: false)
    String status = waitForQualityGateResult.status
    return status
}
