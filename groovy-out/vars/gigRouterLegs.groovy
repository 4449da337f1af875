// Generated from vars/gigRouterLegs.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterLegsParameters
import gigci.runtime.Maps
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * The stages of gigRouterPipeline between the tests and the first thing that is published, in three legs: SonarQube with its gate;
 * OWASP; build, load and scan of the image. Side by side, a leg that fails lets the others end; then the message names each that failed.
 * Whoever calls it removes the image in a `finally` (`gigImageLoad.remove`).
 * @return id of the image; `''` when none was built
 * @example gigRouterLegs(project: 'orders', reference: 'registry.example.com/orders:42-a3f5c21', commit: env.GIT_COMMIT, parallel: true)
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigRouterLegs', GigRouterLegsParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    Map tools = parameters.tools != null ? parameters.tools : [:]
    String project = parameters.project
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    def sonar = parameters.sonar != null ? parameters.sonar : [:]
    def owasp = parameters.owasp != null ? parameters.owasp : [:]
    String reference = parameters.reference
    String commit = parameters.commit
    String needless = parameters.needless ?: ''
    def image = parameters.image != null ? parameters.image : [:]
    def trivy = parameters.trivy != null ? parameters.trivy : [:]
    String region = parameters.region ?: ''
    def isParallel = parameters.parallel ?: false

    // reportRoot: Reports are made here, so that no leg writes into the source, which the other ones read.
    Closure buildImage = {
        return gigRouterImageStages.perform([
            tools: tools,
            reference: reference,
            commit: commit,
            needless: needless,
            backendDir: backendDir,
            image: image,
            trivy: trivy,
            region: region,
            reportRoot: '.gig-ci/reports',
        ])
    }
    if (!isParallel) {
        gigRouterQualityStages.perform([
            tools: tools,
            project: project,
            backendDir: backendDir,
            sonar: sonar,
            owasp: owasp,
            reportRoot: '.gig-ci/reports',
        ])
        return buildImage.call()
    }
    Closure analyse = {
        gigRouterQualityStages.sonarStages(sonar, backendDir, tools)
        return ''
    }
    Closure checkDependencies = {
        gigRouterQualityStages.owaspStage(owasp, project, backendDir, '.gig-ci/reports', tools)
        return ''
    }
    Map failures = [count: 0, messages: '']
    try {
        def results = Maps.inOrder(
            parallel(
                SonarQube: { remembered(failures, analyse) },
                OWASP: { remembered(failures, checkDependencies) },
                Image: { remembered(failures, buildImage) }
            ),
            ['SonarQube', 'OWASP', 'Image']
        )
        return results.Image ?: ''
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception errorValue) {
        // Jenkins throws the first of them alone.
        if (failures.count > 1) {
            error(failures.messages)
        }
        throw errorValue
    }
}

/** Runs a leg; why it fails comes to the other reasons. */
private String remembered(Map failures, Closure leg) {
    try {
        return leg.call()
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception error) {
        String message = error.message
        failures.messages = failures.count == 0 ? message : "${failures.messages}\n${message}".toString()
        failures.count = Numbers.add(failures.count, 1)
        throw error
    }
}
