// What every run needs once: loaded while the archive of classes is made.
import gigci.runtime.WarmUp

def call(Map arguments = [:]) {
    String text = "${arguments['names'].size()} names"
    for (name in arguments['names']) {
        echo("${text}: ${name}")
    }
    try {
        stage('build') {
            withEnv(["NAME=${text}"]) {
                sh(script: 'true', returnStdout: true)
            }
        }
        throw new Exception(WarmUp.upper(text))
    } catch (org.jenkinsci.plugins.workflow.steps.FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception failure) {
        echo(failure.getMessage())
    } finally {
        echo("${env.HOME} ${currentBuild.currentResult} ${System.currentTimeMillis()}")
    }
    Map branches = [:]
    for (int i = 0; i < arguments['names'].size(); i++) {
        String branch = arguments['names'][i]
        branches[branch] = { echo(branch) }
    }
    parallel(branches)
    retry(count: 2, conditions: [agent()]) {
        WarmUp.around(this) { echo('inside') }
    }
    return null
}
