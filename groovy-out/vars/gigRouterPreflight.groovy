// Generated from vars/gigRouterPreflight.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigRouterPreflightParameters
import gigci.runtime.Flow
import gigci.runtime.Maps
import gigci.runtime.Parameters
import gigci.shared.Settings
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * Looks for everything that the stages of gigRouterPipeline need, before the first of them begins, and names all that is missing at once.
 * @return what the registry has already of this commit: `registry`, `presentTags`, `digest`
 */
Map call(Map arguments = [:]) {
    Map parameters = Parameters.normalise(arguments)
    String problems = Parameters.problems('gigRouterPreflight', GigRouterPreflightParameters.definition(), parameters)
    if (problems != '') {
        error(problems)
    }
    return perform(parameters)
}

/** Called by other variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    Map aws = parameters.aws
    def image = parameters.image
    def nexus = parameters.nexus
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    List movingTags = parameters.movingTags
    String refusal = parameters.refusal
    Map region = Settings.setting('aws.region', aws.region, 'AWS_REGION', env.AWS_REGION)
    Map account = Settings.setting('aws.accountId', aws.accountId, 'AWS_ACCOUNT_ID', env.AWS_ACCOUNT_ID)
    Map registry = Settings.registryOf(region, account, env.ECR_REGISTRY)
    echo(Settings.settingsTable([
        registry,
        region,
        account,
        Settings.setting('nexus.url', nexus == false ? 'off' : nexus.url, 'NEXUS_URL', env.NEXUS_URL),
        [name: 'commit', value: commit, origin: 'checkout'],
        [name: 'tags', value: (fixedTags + movingTags).join(', '), origin: 'parameter tags'],
        [name: 'publishes', value: refusal == '' ? 'yes' : 'no', origin: refusal == '' ? 'parameter publish' : refusal],
    ]))
    Map needs = parameters + [aws: aws + [region: region.value]]
    List problems = missingSettings(needs) + missingThings(needs)
    Map rerun = [registry: '', presentTags: [], digest: '']
    // The registry cannot be asked while tools or credentials for that are missing.
    if (problems.size() == 0 && refusal == '' && image != false) {
        try {
            rerun = askRegistry(needs, registry.value)
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception errorValue) {
            problems.add("image registry: ${errorValue.message}".toString())
        }
    }
    if (problems.size() > 0) {
        error("Not everything that this build needs is there:\n  ${problems.join('\n  ')}")
    }
    return rerun
}

/** Values that are set neither in the call nor in the environment of Jenkins. */
private List missingSettings(Map parameters) {
    String refusal = parameters.refusal
    Map aws = parameters.aws
    def nexus = parameters.nexus
    def image = parameters.image

    List problems = []
    def usesRegion = image != false && (refusal == '' || image.cache == 'registry')
    if (usesRegion && (aws.region != null ? aws.region : '') == '') {
        problems.add('AWS region: set aws.region in the call, or AWS_REGION in the environment of Jenkins or of the job')
    }
    def holds = refusal == '' && nexus != false
    if (holds) {
        String value = nexus.url != null ? nexus.url : env.NEXUS_URL
        holds = (value != null ? value : '') == ''
    }
    if (holds) {
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
    def isFork = env.CHANGE_FORK != null
    def usesAws = image != false && !isFork && (refusal == '' || image.cache == 'registry')
    Map value = owasp == false ? [:] : owasp
    String nvdCredentialsId = value.nvdCredentialsId != null ? value.nvdCredentialsId : 'NVD_API_KEY'
    List nvdKeys = owasp == false || nvdCredentialsId == '' ? [] : [nvdCredentialsId]
    Map value2 = django == false ? [:] : django
    Map secretEnv = value2.secretEnv != null ? value2.secretEnv : [:]
    Map value3 = nexus == false ? [:] : nexus
    String credentialsId = value3.credentialsId != null ? value3.credentialsId : 'nexus-cred'
    List logins = refusal == '' && nexus != false ? [credentialsId] : []
    if (python != false && python.indexCredentialsId != null && !isFork) {
        logins.add(python.indexCredentialsId)
    }
    return gigPreflight.missing([
        tools: neededTools(parameters, usesAws),
        files: neededFiles(parameters),
        secretTexts: isFork ? [] : nvdKeys + Maps.values(secretEnv),
        logins: logins,
        awsCredentials: usesAws && aws.credentialsId != null ? [aws.credentialsId] : [],
    ])
}

private List neededTools(Map parameters, usesAws) {
    def database = parameters.database
    def python = parameters.python
    def sonar = parameters.sonar
    def owasp = parameters.owasp
    def image = parameters.image
    def trivy = parameters.trivy

    List tools = []
    if (database != false && database.host == null || image != false) {
        tools.add('docker')
    }
    if (python != false) {
        String executable = python.executable != null ? python.executable : 'python3'
        tools.add(executable)
    }
    if (sonar != false && gigRouterScanStages.sonarRefusal(sonar) == '') {
        String scanner = sonar.scanner != null ? sonar.scanner : 'sonar-scanner'
        if (gigSonarAnalysis.findScanner(scanner) == '') {
            tools.add('sonar-scanner|docker')
        }
        if (sonar.wait != 'webhook') {
            tools.add('python3')
        }
    }
    if (owasp != false) {
        tools.add('dependency-check|dependency-check.sh|docker')
    }
    if (image != false && trivy != false) {
        tools.add('trivy|docker')
        tools.add('python3')
    }
    if (usesAws) {
        tools.add('aws|docker')
        tools.add('python3')
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
        files.add("${backendDir}/${requirements}".toString())
    }
    if (python != false && django != false) {
        files.add("${backendDir}/manage.py".toString())
    }
    if (sonar != false && gigRouterScanStages.sonarRefusal(sonar) == '') {
        files.add("${backendDir}/sonar-project.properties".toString())
    }
    if (owasp != false && owasp.suppression != null) {
        files.add(owasp.suppression)
    }
    if (image != false) {
        String dockerfile = image.dockerfile != null ? image.dockerfile : 'Dockerfile'
        files.add("${image.context != null ? image.context : backendDir}/${dockerfile}".toString())
    }
    if (image != false && trivy != false && trivy.ignoreFile != null) {
        files.add(trivy.ignoreFile)
    }
    if (refusal == '' && nexus != false && python != false) {
        files.add("${backendDir}/setup.py|${backendDir}/pyproject.toml".toString())
    }
    return files
}

/** What the fixed tags name in the registry; another commit's image under one of them is an error. */
private Map askRegistry(Map parameters, String registry) {
    String ecrRepo = parameters.ecrRepo
    String commit = parameters.commit
    List fixedTags = parameters.fixedTags
    Map aws = parameters.aws

    def failed = null
    try {
        Map gigEcrLoginResult = gigEcrLogin.perform(aws +
            [region: aws.region != null ? aws.region : '', registry: registry])
        String host = gigEcrLoginResult.registry
        String login = gigEcrLoginResult.login
        List presentTags = []
        String digest = ''
        for (String tag in fixedTags) {
            Map found = gigEcrInspect.perform([registry: host, repository: ecrRepo, tag: tag, login: login])
            if (found.present && found.revision != commit) {
                error("the tag ${tag} of ${ecrRepo} names the image of another commit (${found.revision}) for ever: ".toString() +
                    'tags are used once; change the parameter tags, or start a new build')
            }
            if (found.present) {
                presentTags.add(tag)
                digest = found.digest
            }
        }
        return [registry: host, presentTags: presentTags, digest: digest]
    } catch (Throwable thrown) {
        failed = thrown
        throw thrown
    } finally {
        try {
            gigEcrLogin.logout()
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception later) {
            Flow.failedWhileCleaningUp(this, failed, later)
        }
    }
}
