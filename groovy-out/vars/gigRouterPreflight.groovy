// Generated from vars/gigRouterPreflight.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterPreflightParameters
import gigci.runtime.DryRun
import gigci.runtime.Maps
import gigci.runtime.Parameters
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Builders
import gigci.shared.Images
import gigci.shared.Messages
import gigci.shared.Paths
import gigci.shared.Settings
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Looks for everything that the stages of gigRouterPipeline need, before the first of them begins, and names all that is missing at once.
 * @return where the image goes and what the registry has already of this commit: `region`, `registry`, `presentTags`, `digest`, `isMissing`
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigRouterPreflight', GigRouterPreflightParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    Map aws = parameters.aws
    Map region = Settings.setting('aws.region', aws.region, 'AWS_REGION', env.AWS_REGION)
    Map account = Settings.setting('aws.accountId', aws.accountId, 'AWS_ACCOUNT_ID', env.AWS_ACCOUNT_ID)
    Map registry = Settings.registryOf(region, account, env.ECR_REGISTRY)
    Map needs = parameters + [aws: aws + [region: region.value]]
    List things = missingThings(needs)
    List problems = missingSettings(needs) + things.collect { missingThing -> missingThing.sentence }
    Map inquiry = askRegistry(needs, registry.value, things)
    Map found = inquiry.found
    if (inquiry.problem != '') {
        problems.add("image registry: ${Text.replaceAll(inquiry.problem, '\n', '\n    ')}".toString())
    }
    def isDiscovered = registry.value == '' && found.registry != ''
    Map place = isDiscovered ? registry + [value: found.registry, origin: 'discovered'] : registry
    echo(Settings.settingsTable(derivedSettings(parameters, place)))
    if (!problems.isEmpty()) {
        error(Messages.missingMessage(problems))
    }
    return found
}

/** What follows from the parameters, of which the log has a table already. */
private List derivedSettings(Map parameters, Map registry) {
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    List movingTags = parameters.movingTags
    String refusal = parameters.refusal
    def image = parameters.image
    def nexus = parameters.nexus

    Map mirror = Settings.setting('image mirror', null, 'GIG_IMAGE_MIRROR', env.GIG_IMAGE_MIRROR)
    String tags = (fixedTags + movingTags).join(', ')
    String reason = image == false && nexus == false ? 'image and nexus are off' : refusal
    return (image == false ? [] : [registry]) +
        (mirror.value == '' ? [] : [mirror]) +
        [[name: 'commit', value: commit, origin: 'checkout']] +
        (image == false ? [] : [[name: 'tags', value: tags, origin: 'parameter tags']]) +
        [[name: 'publishes', value: reason == '' ? 'yes' : 'no', origin: reason == '' ? 'parameter publish' : reason]]
}

/** Values that are set neither in the call nor in the environment of Jenkins. */
private List missingSettings(Map parameters) {
    String refusal = parameters.refusal
    Map aws = parameters.aws
    def nexus = parameters.nexus
    def image = parameters.image

    List problems = []
    def usesRegion = image != false && (refusal == '' || gigRouterImageStages.usesCacheRegistry(image))
    if (usesRegion && (aws.region ?: '') == '') {
        problems.add('AWS region: set aws.region in the call, or AWS_REGION in the environment of Jenkins or of the job')
    }
    if (refusal == '' && nexus != false && ((nexus.url != null ? nexus.url : env.NEXUS_URL) ?: '') == '') {
        problems.add('Nexus: set nexus.url in the call, or NEXUS_URL in the environment of Jenkins or of the job')
    }
    return problems
}

private List missingThings(Map parameters) {
    String refusal = parameters.refusal
    Map aws = parameters.aws
    def python = parameters.python
    def django = parameters.django
    def owasp = parameters.owasp
    def nexus = parameters.nexus
    def image = parameters.image
    def notify = parameters.notify
    def isFork = env.CHANGE_FORK != null
    Map givenOwasp = owasp == false ? [:] : owasp
    String nvdCredentialsId = givenOwasp.nvdCredentialsId != null ? givenOwasp.nvdCredentialsId : 'NVD_API_KEY'
    List nvdKeys = owasp == false || nvdCredentialsId == '' ? [] : [nvdCredentialsId]
    Map givenDjango = django == false ? [:] : django
    Map secretEnv = givenDjango.secretEnv != null ? givenDjango.secretEnv : [:]
    Map givenNotify = notify == false ? [:] : notify
    String webhook = givenNotify.credentialsId
    List webhooks = webhook == null ? [] : [webhook]
    Map givenNexus = nexus == false ? [:] : nexus
    String credentialsId = givenNexus.credentialsId != null ? givenNexus.credentialsId : 'nexus-cred'
    def uploads = refusal == '' && nexus != false && python != false
    Map givenPython = python == false ? [:] : python
    String executable = givenPython.executable != null ? givenPython.executable : 'python3'
    String indexCredentialsId = givenPython.indexCredentialsId
    List logins = uploads ? [credentialsId] : []
    if (indexCredentialsId != null && !isFork) {
        logins.add(indexCredentialsId)
    }
    List awsCredentials = []
    if (image != false && refusal == '' && aws.credentialsId != null) {
        awsCredentials.add(aws.credentialsId)
    }
    if (image != false && gigRouterImageStages.usesCacheRegistry(image) && image.cacheCredentialsId != null) {
        awsCredentials.add(image.cacheCredentialsId)
    }
    Map needs = [
        tools: neededTools(parameters),
        files: neededFiles(parameters),
        secretTexts: isFork ? [] : nvdKeys + Maps.values(secretEnv) + webhooks,
        logins: logins,
        awsCredentials: awsCredentials,
    ]
    return uploads ? gigPreflight.missing(needs + [packagingPython: executable]) : gigPreflight.missing(needs)
}

private List neededTools(Map parameters) {
    String refusal = parameters.refusal
    def database = parameters.database
    def python = parameters.python
    def sonar = parameters.sonar
    def owasp = parameters.owasp
    def image = parameters.image
    def trivy = parameters.trivy
    Map origins = parameters.tools
    def notify = parameters.notify

    List tools = ['bash']
    def buildsWithoutDocker = Builders.isBuiltWithoutDocker(image)
    if (database != false && database.host == null || image != false && !buildsWithoutDocker) {
        tools.add('docker')
    }
    if (buildsWithoutDocker) {
        tools.add('buildah')
        // Reads the archive.
        tools.add('python3')
    }
    if (buildsWithoutDocker && image != false && (refusal == '' || gigRouterImageStages.usesCacheRegistry(image))) {
        tools.add('skopeo')
    }
    if (python != false) {
        String executable = python.executable != null ? python.executable : 'python3'
        tools.add(executable)
    }
    if (sonar != false && gigRouterQualityStages.sonarRefusal(sonar) == '') {
        String scanner = sonar.scanner != null ? sonar.scanner : 'sonar-scanner'
        Map origin = origins.sonarScanner != null ? origins.sonarScanner : [:]
        if (origin.run == 'docker' || gigSonarAnalysis.findScanner(scanner) == '') {
            tools.add(Images.toolNames('sonar-scanner', origin))
        }
        if (sonar.wait != 'webhook') {
            tools.add('python3')
        }
    }
    if (owasp != false) {
        tools.add(Images.toolNames('dependency-check|dependency-check.sh', origins.owasp != null ? origins.owasp : [:]))
        tools.add('flock')
        if (owasp.failOnCvss != null) {
            tools.add('python3')
        }
    }
    if (image != false && trivy != false) {
        tools.add(Images.toolNames('trivy', origins.trivy != null ? origins.trivy : [:]))
        tools.add('flock')
        tools.add('python3')
    }
    if (image != false && (refusal == '' || gigRouterImageStages.usesCacheRegistry(image))) {
        tools.add(Images.toolNames('aws', origins.aws != null ? origins.aws : [:]))
        tools.add('python3')
    }
    def holds = notify != false
    if (holds) {
        String value = notify.credentialsId != null ? notify.credentialsId : notify.url
        holds = ((value != null ? value : env.GIG_NOTIFY_URL) ?: '') != ''
    }
    if (holds) {
        tools.add('curl')
    }
    return tools
}

private List neededFiles(Map parameters) {
    String backendDir = parameters.backendDir
    String refusal = parameters.refusal
    def python = parameters.python
    def django = parameters.django
    def sonar = parameters.sonar
    def owasp = parameters.owasp
    def nexus = parameters.nexus
    def image = parameters.image
    def trivy = parameters.trivy

    List files = []
    if (python != false) {
        String requirements = python.requirements != null ? python.requirements : 'requirements.txt'
        files.add(Paths.below(backendDir, requirements))
    }
    if (python != false && django != false) {
        files.add(Paths.below(backendDir, 'manage.py'))
    }
    if (sonar != false && gigRouterQualityStages.sonarRefusal(sonar) == '') {
        files.add(Paths.below(backendDir, 'sonar-project.properties'))
    }
    if (owasp != false && owasp.suppression != null) {
        files.add(owasp.suppression)
    }
    if (image != false) {
        String dockerfile = image.dockerfile != null ? image.dockerfile : 'Dockerfile'
        files.add(Paths.below(image.context != null ? image.context : backendDir, dockerfile))
    }
    if (image != false && trivy != false && trivy.ignoreFile != null) {
        files.add(trivy.ignoreFile)
    }
    if (refusal == '' && nexus != false && python != false) {
        files.add("${Paths.below(backendDir, 'setup.py')}|${Paths.below(backendDir, 'pyproject.toml')}".toString())
    }
    return files
}

/** Asks the registry, unless what that takes is missing, and so named already. */
private Map askRegistry(Map parameters, String registry, List missingHere) {
    String ecrRepo = parameters.ecrRepo
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    List movingTags = parameters.movingTags
    Map aws = parameters.aws
    Map ecr = parameters.ecr
    def image = parameters.image
    Map tools = parameters.tools
    String refusal = parameters.refusal
    def createRepository = ecr.createRepository ?: false
    String region = aws.region ?: ''
    List names = ['docker', 'skopeo', 'python3', 'aws', 'aws|docker', aws.credentialsId ?: '']
    def isBlocked = missingHere.any { missingThing -> names.contains(missingThing.name) }
    Map nothing = [region: region, registry: registry, presentTags: [], digest: '', isMissing: false]
    if (image == false || refusal != '' || region == '' || isBlocked) {
        return [found: nothing, problem: '']
    }
    try {
        Map found = gigEcrState.perform(aws +
            [
                tool: tools.aws != null ? tools.aws : [:],
                region: region,
                registry: registry,
                repository: ecrRepo,
                commit: commit,
                fixedTags: fixedTags,
                movingTags: movingTags,
                mayLack: createRepository,
            ])
        return [found: found, problem: '']
    } catch (FlowInterruptedException interruption) {
        throw interruption
    } catch (Exception error) {
        return [found: nothing, problem: error.message]
    }
}

/** From here on: steps that a dry run prints instead. */
private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}
