// Generated from vars/gigImageBuild.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigImageBuildParameters
import gigci.runtime.DryRun
import gigci.runtime.Maps
import gigci.runtime.Parameters
import gigci.runtime.Patterns
import gigci.runtime.Shell
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Builds an image and leaves it as a tar archive. Nothing is pushed. The builder `docker` also leaves it in the Docker of the machine: whoever
 * calls it so calls `gigImageLoad.remove(…)` in a `finally`.
 * @return path of the archive, relative to the workspace
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', context: 'backend', cache: 'local')
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', builder: 'buildah')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigImageBuild', GigImageBuildParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String reference = parameters.reference
    String builder = parameters.builder ?: 'kaniko'
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'
    String context = parameters.context != null ? parameters.context : '.'
    String dockerfile = parameters.dockerfile != null ? parameters.dockerfile : 'Dockerfile'
    String target = parameters.target
    Map buildArgs = parameters.buildArgs != null ? parameters.buildArgs : [:]
    Map labels = parameters.labels != null ? parameters.labels : [:]
    String cache = parameters.cache ?: 'none'
    String cacheRepo = parameters.cacheRepo
    def writeCache = parameters.writeCache != null ? parameters.writeCache : true
    String login = parameters.login

    if (cache == 'registry' && cacheRepo == null) {
        error('image.cache is \'registry\': image.cacheRepo must name the repository for layers.')
    }
    if (builder != 'kaniko' && tool.image != null) {
        error("tool.image is of no use with the builder '${builder}': leave out one of them.")
    }
    if (builder == 'docker' && cache != 'none') {
        // dockerCacheReason: Why the builder `docker` keeps no layers.
        error("image.cache is '${cache}': the builder 'docker' keeps no layers, because its daemon would mix those of all builds: leave image.cache out, or give another image.builder.")
    }
    if (builder == 'buildah' && cache == 'local' && !writeCache) {
        error('image.cache is \'local\': buildah cannot read layers without storing others; give cache: \'none\'.')
    }
    String build = Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number)
    List buildArguments = assignments(buildArgs)
    List imageLabels = assignments(labels)
    String localCache = cache == 'local' ? cacheName(builder, reference) : null
    String remoteCache = cache == 'registry' ? cacheRepo : null
    List problem = []
    if (builder == 'kaniko') {
        Map answer = withEnv(Shell.environment([
            GIG_BUILD: build,
            GIG_IMAGE: Images.toolImage('kaniko', env.GIG_IMAGE_MIRROR, tool.image),
            GIG_DESTINATION: reference,
            GIG_CONTEXT: context,
            GIG_DOCKERFILE: dockerfile,
            GIG_TARGET: target,
            GIG_ARGUMENTS: buildArguments,
            GIG_LABELS: imageLabels,
            GIG_ARCHIVE: archive,
            GIG_CACHE_VOLUME: localCache,
            GIG_CACHE_REPOSITORY: remoteCache,
            GIG_CACHE_WRITE: writeCache,
            GIG_LOGIN: login,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/kaniko-build.sh', encoding: 'UTF-8'),
                    label: 'kaniko-build.sh',
                    returnStdout: true
                )
            )
        }
        problem = answer.problem
    } else if (builder == 'docker') {
        Map answer = withEnv(Shell.environment([
            GIG_BUILD: build,
            GIG_DESTINATION: reference,
            GIG_CONTEXT: context,
            GIG_DOCKERFILE: dockerfile,
            GIG_TARGET: target,
            GIG_ARGUMENTS: buildArguments,
            GIG_LABELS: imageLabels,
            GIG_ARCHIVE: archive,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/docker-build.sh', encoding: 'UTF-8'),
                    label: 'docker-build.sh',
                    returnStdout: true
                )
            )
        }
        problem = answer.problem
    } else {
        Map answer = withEnv(Shell.environment([
            GIG_DESTINATION: reference,
            GIG_CONTEXT: context,
            GIG_DOCKERFILE: dockerfile,
            GIG_TARGET: target,
            GIG_ARGUMENTS: buildArguments,
            GIG_LABELS: imageLabels,
            GIG_ARCHIVE: archive,
            GIG_CACHE_FOLDER: localCache,
            GIG_CACHE_REPOSITORY: remoteCache,
            GIG_CACHE_WRITE: writeCache,
            GIG_LOGIN: login,
        ])) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/buildah-build.sh', encoding: 'UTF-8'),
                    label: 'buildah-build.sh',
                    returnStdout: true
                )
            )
        }
        problem = answer.problem
    }
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigImageBuild', problem))
    }
    return archive
}

@NonCPS
private List assignments(Map values) {
    return Maps.entries(values).collect { entry ->
        String name = entry[0]
        String value = entry[1]
        return "${name}=${value}".toString()
    }
}

/** One volume or folder for each repository: layers of one service are of no use to another. */
@NonCPS
private String cacheName(String builder, String reference) {
    String repository = Text.slice(reference, 0, reference.lastIndexOf(':'))
    return "gig-ci-${builder}-${Patterns.replaceAll(repository, '[^A-Za-z0-9_\\.\\-]', '-')}"
}

/** From here on: steps that a dry run prints instead. */
private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
