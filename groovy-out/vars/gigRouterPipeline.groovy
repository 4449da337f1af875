// Generated from vars/gigRouterPipeline.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterPipelineParameters
import gigci.runtime.DryRun
import gigci.runtime.EffectiveParameters
import gigci.runtime.Flow
import gigci.runtime.Parameters
import gigci.runtime.Values
import gigci.shared.Builders
import gigci.shared.Builds
import gigci.shared.Contradictions
import gigci.shared.Messages
import gigci.shared.Placeholders
import gigci.shared.Publishing
import gigci.shared.Settings
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Tests, judges, builds, scans and publishes a Django service, in sixteen stages that always appear; a stage with nothing to do says why.
 * They are Checkout, Start Real DB for Tests, Setup Python, Validate Database Connection, Check Migration Folders, Create Missing Migrations,
 * Build Django, Run All Tests, SonarQube Analysis, SonarQube Quality Gate, OWASP Dependency Check, Kaniko Build (to tar), Load Image for
 * Trivy Scan, Trivy Security Scan, Build & Upload Python Package to Nexus, Push to ECR. The log begins with what applies, and from where.
 * In the environment of Jenkins, ECR_REGISTRY names the registry where the call names neither region nor account, and GIG_IMAGE_MIRROR a
 * registry that keeps copies of the public images that gig-ci chooses. Containers get the proxy and the certificates of the agent.
 * @example gigRouterPipeline(ecrRepo: 'orders', apps: ['users', 'orders'])
 * @example gigRouterPipeline(ecrRepo: 'orders', sonar: false, trivy: [gate: 'fail'], publish: [branches: ['main', 'release/*']])
 * @example gigRouterPipeline(ecrRepo: 'orders', options: [dryRun: true])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigRouterPipeline', GigRouterPipelineParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map given) {
    Map value = given.options != null ? given.options : [:]
    def dryRun = value.dryRun ?: false
    List problems = Contradictions.contradictions(given)
    if (!problems.isEmpty()) {
        error(Messages.problemList('gigRouterPipeline', problems))
    }
    String table = EffectiveParameters.of('gigRouterPipeline', GigRouterPipelineParameters.definition(), given, env)
    if (dryRun) {
        echo(table)
        runDry(given)
    } else {
        runPipeline(given, table)
    }
}

/** Goes on where a run would end because an address is set nowhere: the plan is the same with any. */
private void runDry(Map given) {
    Map placeholdersForResult = Placeholders.placeholdersFor(
        given,
        [
            region: env.AWS_REGION ?: '',
            account: env.AWS_ACCOUNT_ID ?: '',
            registry: env.ECR_REGISTRY ?: '',
            nexus: env.NEXUS_URL ?: '',
        ]
    )
    String region = placeholdersForResult.region
    String account = placeholdersForResult.account
    String url = placeholdersForResult.nexus
    List entries = placeholdersForResult.entries
    if (!entries.isEmpty()) {
        echo("Set neither in the call nor in Jenkins, so made up for this dry run: ${entries.join(', ')}")
    }
    def nexus = given.nexus != null ? given.nexus : [:]
    Map callValue = nexus == false || url == '' ? given : given + [nexus: nexus + [url: url]]
    withEnv(["AWS_REGION=${region}", "AWS_ACCOUNT_ID=${account}"]) {
        withEnv(['GIG_DRY_RUN=-']) {
            runPipeline(callValue, '')
        }
    }
}

/** @param table comes first, where an abort is heard of; `''`: it was there */
private void runPipeline(Map parameters, String table) {
    String ecrRepo = parameters.ecrRepo
    List apps = parameters.apps != null ? parameters.apps : []
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    Map machine = parameters.agent != null ? parameters.agent : [:]
    Map tools = parameters.tools != null ? parameters.tools : [:]
    Map source = parameters.checkout != null ? parameters.checkout : [:]
    Map aws = parameters.aws != null ? parameters.aws : [:]
    Map ecr = parameters.ecr != null ? parameters.ecr : [:]
    def database = parameters.database != null ? parameters.database : [:]
    def python = parameters.python != null ? parameters.python : [:]
    def django = parameters.django != null ? parameters.django : [:]
    def tests = parameters.tests != null ? parameters.tests : [:]
    def sonar = parameters.sonar != null ? parameters.sonar : [:]
    def owasp = parameters.owasp != null ? parameters.owasp : [:]
    def nexus = parameters.nexus != null ? parameters.nexus : [:]
    def image = parameters.image != null ? parameters.image : [:]
    List tags = parameters.tags != null ? parameters.tags : ['build-commit', 'latest']
    def trivy = parameters.trivy != null ? parameters.trivy : [:]
    def publish = parameters.publish != null ? parameters.publish : [:]
    def notify = parameters.notify != null ? parameters.notify : [:]
    Map options = parameters.options != null ? parameters.options : [:]

    String label = machine.label ?: ''
    def retries = machine.retries != null ? machine.retries : 1
    def timeoutMinutes = options.timeoutMinutes != null ? options.timeoutMinutes : 120
    def isParallel = options.parallel ?: false
    String refusal = Publishing.publishRefusal(
        publish,
        [branch: env.BRANCH_NAME, gitTag: env.TAG_NAME, pullRequest: env.CHANGE_ID, fork: env.CHANGE_FORK]
    )
    // The registry may stand in the environment of the agent.
    Map build = Builds.newBuild(ecrRepo)

    Closure runStages = {
        Map stageResult = stage('Checkout') {
            Map revision = gigCheckout.perform([source: source, tags: tags])
            List all = revision.tags.all
            List fixed = revision.tags.fixed
            List moving = revision.tags.moving
            List omitted = revision.tags.omitted
            build.tag = all[0] != null ? all[0] : revision.buildTag
            for (String word in omitted) {
                echo("Left out of tags: ${word}")
            }
            Map place = gigRouterPreflight.perform([
                backendDir: backendDir,
                refusal: refusal,
                ecrRepo: ecrRepo,
                commit: revision.commit,
                fixedTags: fixed,
                movingTags: moving,
                aws: aws,
                ecr: ecr,
                database: database,
                python: python,
                django: django,
                sonar: sonar,
                owasp: owasp,
                nexus: nexus,
                image: image,
                tools: tools,
                trivy: trivy,
                notify: notify,
            ])
            build.image = Settings.imageName(place.registry, ecrRepo)
            build.references = ["${build.image}:${revision.localTag}".toString()]
            return revision + [fixedTags: fixed, movingTags: moving, found: place]
        }
        String commit = stageResult.commit
        String localTag = stageResult.localTag
        List fixedTags = stageResult.fixedTags
        List movingTags = stageResult.movingTags
        Map found = stageResult.found

        gigRouterTestStages.perform([
            apps: apps,
            backendDir: backendDir,
            database: database,
            python: python,
            django: django,
            tests: tests,
        ])
        def failed = null
        try {
            def isThere = found.digest != ''
            String id = gigRouterLegs.perform([
                project: ecrRepo,
                backendDir: backendDir,
                sonar: sonar,
                owasp: owasp,
                reference: "${build.image}:${localTag}".toString(),
                commit: commit,
                needless: isThere ? Publishing.presentReason(build.image, found.presentTags) : '',
                image: image,
                tools: tools,
                trivy: trivy,
                region: found.region,
                parallel: isParallel,
            ])
            String reason = refusal == '' ? Publishing.resultRefusal(publish, currentBuild.currentResult) : refusal
            if (reason == '' && (nexus != false || image != false)) {
                // Set first: after a lost agent, nobody knows how far the attempt came.
                build.isPublishing = true
                build.references = ([localTag] + fixedTags + movingTags).collect { name ->
                    return "${build.image}:${name}".toString()
                }
                milestone(label: 'publish')
            }
            gigRouterPublishStages.perform([
                refusal: reason,
                tools: tools,
                backendDir: backendDir,
                nexus: nexus,
                python: python,
                aws: aws + [region: found.region],
                image: image == false
                    ? false
                    : [
                        image: isThere ? "${build.image}@${found.digest}".toString() : id,
                        archive: Builders.archiveToPush(image),
                        commit: commit,
                        repository: ecrRepo,
                        registry: found.registry,
                        fixedTags: fixedTags,
                        movingTags: movingTags,
                        createRepository: found.isMissing,
                    ],
            ])
        } catch (Throwable thrown) {
            failed = thrown
            throw thrown
        } finally {
            try {
                gigImageLoad.remove(build.references)
            } catch (FlowInterruptedException interruption) {
                throw interruption
            } catch (Exception later) {
                Flow.failedWhileCleaningUp(this, failed, later)
            }
        }
    }

    Closure onAgent = {
        gigCleanUp.withAgent(label, retries) {
            Flow.withOutcome(this, {
                gigCleanUp.attempt(build, timeoutMinutes, runStages)
            }, { outcome ->
                // An abort is announced outside: it may be the loss of this agent, or the time limit.
                if (outcome != 'ABORTED') {
                    gigNotify.announce(build, outcome, notify)
                }
            })
        }
    }

    // The outermost, so that even a build that is aborted while it waits for an agent is heard of.
    Flow.withOutcome(this, {
        if (table != '') {
            echo(table)
        }
        def ifInstalledResult = Flow.ifInstalled(this, 'timestamps') {
            timestamps(onAgent)
        }
        if (!ifInstalledResult) {
            onAgent.call()
        }
    }, { outcome ->
        if (build.attempted != outcome && notify != false) {
            gigNotify.fromAnyAgent(notify + [status: outcome, image: build.image, tag: build.tag], label)
        }
    })
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private milestone(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.milestone(given) : DryRun.answer(this, 'milestone', given, false, null)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
