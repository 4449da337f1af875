// Generated from vars/gigImageId.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigImageIdParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Says which id the image in an archive has, without loading it: the one that Docker would give it, and that its manifest in a registry names.
 * @return id of the image, sha256:…
 * @example gigImageId(archive: '.gig-ci/image.tar')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigImageId', GigImageIdParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'
    Map scriptResult = withEnv(["GIG_ARCHIVE=${archive}"]) {
        return Shell.outputs(
            [id: 'string', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/image-id.sh', encoding: 'UTF-8'),
                label: 'image-id.sh',
                returnStdout: true
            )
        )
    }
    String id = scriptResult.id
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigImageId', problem))
    }
    return id
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
