// Generated from vars/gigCheckout.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigCheckoutParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Text
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Tags

/**
 * Checks out the repository that holds the Jenkinsfile, removes what earlier builds left in the workspace and in the Docker of its machine,
 * and names what is built.
 * @return `commit`, `buildTag` (build number and seven characters of the commit), `localTag` (the same for this machine alone) and `tags` with `all`, `fixed`, `moving` and `omitted`
 * @example gigCheckout(tags: ['build-commit', 'latest'])
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigCheckout', GigCheckoutParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    Map source = parameters.source != null ? parameters.source : [:]
    List tags = parameters.tags != null ? parameters.tags : []

    String label = Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number)
    withEnv(["GIG_BUILD=${label}"]) {
        sh(script: libraryResource(resource: 'gig-ci/leftovers.sh', encoding: 'UTF-8'), label: 'leftovers.sh')
    }
    String url = source.url
    def found = url == null ? checkout(scm) : checkOut(url, source)
    // What an earlier build left, e.g. a migration that nobody committed, must not make this one pass.
    if (sh(script: 'git clean -ffdx --quiet', returnStatus: true) != 0) {
        echo('Files of earlier builds are still in the workspace: the lines above say which, and why.')
    }
    String commit = found.GIT_COMMIT != null
        ? found.GIT_COMMIT
        : Text.withoutTrailingNewlines(sh(script: 'git rev-parse HEAD', returnStdout: true))
    Map identity = [number: currentBuild.number, commit: commit, branch: env.BRANCH_NAME, gitTag: env.TAG_NAME]
    return [
        commit: commit,
        buildTag: Tags.buildTag(identity),
        localTag: Tags.localTag(identity, label),
        tags: Tags.imageTags(tags, identity),
    ]
}

/** Checks out another repository than that of the Jenkinsfile. */
private Map checkOut(String url, Map checkoutSource) {
    String branch = checkoutSource.branch
    String credentialsId = checkoutSource.credentialsId
    def depth = checkoutSource.depth != null ? checkoutSource.depth : 0
    def tags = checkoutSource.tags != null ? checkoutSource.tags : true
    def hasLargeFiles = checkoutSource.lfs ?: false
    def submodules = checkoutSource.submodules ?: false

    Map repository = credentialsId == null ? [url: url] : [url: url, credentialsId: credentialsId]
    def fetched = cloneOption(shallow: depth > 0, depth: depth, noTags: !tags)
    return checkout(scmGit(
        userRemoteConfigs: [repository],
        branches: [[name: branch ?: '']],
        extensions: [fetched] +
            (hasLargeFiles ? [lfs()] : []) +
            (submodules ? [submodule(recursiveSubmodules: true, parentCredentials: true)] : [])
    ))
}

/** From here on: steps that a dry run prints instead. */
private checkout(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.checkout(given)
        : DryRun.answer(this, 'checkout', given, false, [GIT_COMMIT: '0000000000000000000000000000000000000000'])
}

private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
