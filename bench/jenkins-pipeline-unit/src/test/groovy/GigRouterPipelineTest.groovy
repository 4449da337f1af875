import static com.lesfurets.jenkins.unit.global.lib.LibraryConfiguration.library
import static com.lesfurets.jenkins.unit.global.lib.LocalSource.localSource

import com.lesfurets.jenkins.unit.BasePipelineTest
import org.junit.Before
import org.junit.Test

/** One test of the whole pipeline, as JenkinsPipelineUnit's README shows it. */
class GigRouterPipelineTest extends BasePipelineTest {

    @Override
    @Before
    void setUp() {
        scriptRoots += '.'
        super.setUp()
        helper.registerSharedLibrary(library().name('gig-ci').defaultVersion('v1').allowOverride(true).implicit(false)
            .targetPath('libraries').retriever(localSource('libraries')).build())
        binding.setVariable('scm', [:])
        binding.setVariable('env', [
            BUILD_NUMBER: '42', JOB_NAME: 'gig-route/main', BUILD_URL: 'https://jenkins.example.com/job/gig-route/42/',
            AWS_REGION: 'eu-north-1', ECR_REGISTRY: '123456789012.dkr.ecr.eu-north-1.amazonaws.com',
        ])
        helper.registerAllowedMethod('sh', [Map]) { Map arguments -> arguments.returnStdout ? 'a3f5c21\n' : 0 }
        helper.registerAllowedMethod('checkout', [Map]) { }
        helper.registerAllowedMethod('fileExists', [String]) { true }
        helper.registerAllowedMethod('tool', [String]) { '/opt/sonar-scanner' }
        helper.registerAllowedMethod('withEnv', [List, Closure]) { List variables, Closure body -> body() }
        helper.registerAllowedMethod('withSonarQubeEnv', [String, Closure]) { String server, Closure body -> body() }
        helper.registerAllowedMethod('waitForQualityGate', [Map]) { [status: 'OK'] }
        helper.registerAllowedMethod('timeout', [Map, Closure]) { Map limits, Closure body -> body() }
        helper.registerAllowedMethod('publishHTML', [Map]) { }
        helper.registerAllowedMethod('archiveArtifacts', [Map]) { }
        helper.registerAllowedMethod('usernamePassword', [Map]) { Map binding -> binding }
        helper.registerAllowedMethod('withCredentials', [List, Closure]) { List bindings, Closure body -> body() }
    }

    @Test
    void 'runs the sixteen stages and sends one notification'() {
        runScript('Jenkinsfile')
        assert helper.callStack.count { it.methodName == 'stage' } == 16
        assert helper.callStack.count { it.methodName == 'sh' && it.args[0].toString().contains('curl') } == 1
        assertJobStatusSuccess()
    }

}
