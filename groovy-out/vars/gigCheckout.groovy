// Generated from vars/gigCheckout.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigCheckoutParameters
import gigci.runtime.Parameters
import gigci.runtime.Text
import gigci.shared.Tags

/**
 * Checks out the repository that holds the Jenkinsfile, removes what earlier builds left in the workspace, and names what is built.
 * @return `commit`, `buildTag` (build number and seven characters of the commit) and `tags` with `all`, `fixed`, `moving` and `omitted`
 * @example gigCheckout(tags: ['build-commit', 'latest'])
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigCheckout', GigCheckoutParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    List tags = parameters.tags != null ? parameters.tags : []
    def source = checkout(scm)
    // What an earlier build left, e.g. a migration that nobody committed, must not make this one pass.
    if (sh(script: 'git clean -ffdx --quiet', returnStatus: true) != 0) {
        echo('Files of earlier builds are still in the workspace: the lines above say which, and why.')
    }
    String commit = source.GIT_COMMIT != null
        ? source.GIT_COMMIT
        : Text.withoutTrailingNewlines(sh(script: 'git rev-parse HEAD', returnStdout: true))
    Map identity = [number: currentBuild.number, commit: commit, branch: env.BRANCH_NAME, gitTag: env.TAG_NAME]
    return [commit: commit, buildTag: Tags.buildTag(identity), tags: Tags.imageTags(tags, identity)]
}
