// Generated from vars/shared/contradictions.ts by gig-ci. Change that file, not this one.
package gigci.shared

import com.cloudbees.groovy.cps.NonCPS
import gigci.runtime.Maps
import gigci.runtime.Patterns
import gigci.runtime.Text

/** Helpers of vars/shared/contradictions.ts. */
final class Contradictions {

    private Contradictions() {
    }

    /** One line for each contradiction; path and reason in two columns, as the check of a call shows them. */
    @NonCPS
    static List contradictions(Map pipelineCall) {
        String ecrRepo = pipelineCall.ecrRepo
        List tags = pipelineCall.tags != null ? pipelineCall.tags : ['build']
        def image = pipelineCall.image != null ? pipelineCall.image : [:]
        Map aws = pipelineCall.aws != null ? pipelineCall.aws : [:]
        Map ecr = pipelineCall.ecr != null ? pipelineCall.ecr : [:]
        def django = pipelineCall.django != null ? pipelineCall.django : [:]
        def nexus = pipelineCall.nexus != null ? pipelineCall.nexus : [:]
        Map tools = pipelineCall.tools != null ? pipelineCall.tools : [:]

        return repositoryProblems(ecrRepo) +
            tagProblems(tags) +
            (image == false ? needlessRepository(ecr) : imageProblems(image, aws)) +
            (django == false ? [] : variableProblems(django)) +
            (nexus == false ? [] : addressProblems(nexus)) +
            toolProblems(tools, image)
    }

    @NonCPS
    private static List repositoryProblems(String ecrRepo) {
        def isAddress = ecrRepo.contains('.amazonaws.com')
        if (!isAddress && !ecrRepo.contains(':')) {
            return []
        }
        String path = isAddress
            ? Text.split(Text.slice(ecrRepo, ecrRepo.indexOf('.amazonaws.com')), '/').drop(1).join('/')
            : ecrRepo
        String more = isAddress
            ? 'the address of a registry; that comes from the group aws'
            : 'a tag; those come from tags'
        return [problem('ecrRepo', "holds ${more}: give the name alone, '${Text.split(path, ':')[0] ?: ''}'")]
    }

    @NonCPS
    private static List tagProblems(List tags) {
        List problems = tags.findAll { word -> !Tags.isValidTag(word) }.collect { word ->
            return Contradictions.problem('tags', "'${word}' is no tag: letters, digits, '_', '.' and '-', at most 128")
        }
        if (tags.every { word -> word == 'latest' || word == 'branch' }) {
            problems.add(problem(
                'tags',
                'all of them move: add one that names the image for ever, e.g. \'build-commit\''
            ))
        }
        return problems
    }

    @NonCPS
    private static List addressProblems(Map nexusPart) {
        String url = nexusPart.url ?: ''
        def allowHttp = nexusPart.allowHttp ?: false

        return url.startsWith('http:') && !allowHttp
            ? [
                problem(
                    'nexus.url',
                    'is without https, so the password is readable on the way: nexus.allowHttp accepts that'
                ),
            ]
            : []
    }

    @NonCPS
    private static List needlessRepository(Map ecrPart) {
        def createRepository = ecrPart.createRepository ?: false
        return createRepository
            ? [problem('ecr.createRepository', 'creates nothing while image is false: leave it out')]
            : []
    }

    @NonCPS
    private static List imageProblems(Map imagePart, Map awsPart) {
        String builder = imagePart.builder
        String cache = imagePart.cache
        String cacheRepo = imagePart.cacheRepo
        String cacheCredentialsId = imagePart.cacheCredentialsId
        Map buildArgs = imagePart.buildArgs != null ? imagePart.buildArgs : [:]
        String credentialsId = awsPart.credentialsId

        List problems = Maps.keys(buildArgs).findAll { name ->
            return !Patterns.test('^[A-Za-z_][A-Za-z0-9_]*\\z', name)
        }.collect { name -> Contradictions.problem("image.buildArgs.${name}", 'is no name of a build argument') }
        if (builder == 'docker' && cache != null && cache != 'none') {
            // dockerCacheReason: Why the builder `docker` keeps no layers.
            problems.add(problem(
                'image.cache',
                'the builder \'docker\' keeps no layers, because its daemon would mix those of all builds: leave image.cache out, or give another image.builder'
            ))
        }
        if (cache == 'registry' && cacheRepo == null) {
            problems.add(problem(
                'image.cacheRepo',
                'is required with image.cache: \'registry\': registry and name of a repository for layers'
            ))
        }
        if (cacheRepo != null && !cacheRepo.contains('/')) {
            problems.add(problem('image.cacheRepo', 'lacks the host name of its registry: <registry>/<repository>'))
        }
        if (cacheCredentialsId != null && cacheCredentialsId == credentialsId) {
            problems.add(problem(
                'image.cacheCredentialsId',
                'are the credentials that publish: commands of the Dockerfile could read them; give those of an identity for cacheRepo'
            ))
        }
        return problems
    }

    @NonCPS
    private static List toolProblems(Map parameters, image) {
        Map kaniko = parameters.kaniko
        Map trivy = parameters.trivy
        Map owasp = parameters.owasp
        Map sonarScanner = parameters.sonarScanner
        Map aws = parameters.aws

        def isUnused = image != false && image.builder != null && image.builder != 'kaniko'
        List problems = toolProblem('kaniko', kaniko) +
            toolProblem('trivy', trivy) +
            toolProblem('owasp', owasp) +
            toolProblem('sonarScanner', sonarScanner) +
            toolProblem('aws', aws)
        if (isUnused && kaniko != null) {
            problems.add(problem('tools.kaniko', 'is of no use with this image.builder: leave out one of them'))
        }
        return problems
    }

    @NonCPS
    private static List toolProblem(String tool, Map origin) {
        Map value = origin != null ? origin : [:]
        String image = value.image
        String run = value.run
        if (image != null && run == 'path') {
            return [problem("tools.${tool}.image", 'is of no use with run: \'path\': leave out one of them')]
        }
        String reason = image == null ? '' : Images.toolImageProblem(image)
        return reason == '' ? [] : [problem("tools.${tool}.image", reason)]
    }

    /** Variables that a service may not define. */
    @NonCPS
    static List variableProblems(Map djangoPart) {
        Map env = djangoPart.env != null ? djangoPart.env : [:]
        Map secretEnv = djangoPart.secretEnv != null ? djangoPart.secretEnv : [:]

        String reason = 'may not be set: the tools of the agent or of gig-ci depend on it'
        List open = Maps.keys(env).findAll { name -> !Contradictions.isAllowedVariable(name) }
        List secret = Maps.keys(secretEnv).findAll { name -> !Contradictions.isAllowedVariable(name) }
        return open.collect { name -> Contradictions.problem("django.env.${name}", reason) } +
            secret.collect { name -> Contradictions.problem("django.secretEnv.${name}", reason) }
    }

    /** Path and reason in two columns. */
    @NonCPS
    private static String problem(String path, String reason) {
        return "${Text.padEnd(path, 23)} ${reason}"
    }

    /** Whether a service may define a variable: none that leads a tool of the agent astray. */
    @NonCPS
    private static isAllowedVariable(String name) {
        List reserved = ['PATH', 'HOME', 'SHELL', 'IFS', 'ENV', 'BASH_ENV', 'WORKSPACE', 'WORKSPACE_TMP']
        List prefixes = ['LD_', 'GIT_', 'DOCKER_', 'AWS_', 'GIG_', 'JENKINS_']
        String upper = Text.toUpperCase(name)
        return Patterns.test('^[A-Za-z_][A-Za-z0-9_]*\\z', name) &&
            !reserved.contains(upper) &&
            !prefixes.any { prefix -> upper.startsWith(prefix) }
    }
}
