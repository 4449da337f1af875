// Generated from vars/gigImageLoad.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigImageLoadParameters
import gigci.runtime.DryRun
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Messages

/**
 * Loads an image archive into the Docker of this machine. Whoever calls it calls `gigImageLoad.remove(…)` in a `finally`.
 * @return id of the image, sha256:…
 * @example gigImageLoad(reference: 'registry.example.com/orders:42-a3f5c21')
 */
String call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigImageLoad', GigImageLoadParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
String perform(Map parameters) {
    String reference = parameters.reference
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'

    Map scriptResult = withEnv(["GIG_ARCHIVE=${archive}", "GIG_REFERENCE=${reference}"]) {
        return Shell.outputs(
            [id: 'string', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/image-load.sh', encoding: 'UTF-8'),
                label: 'image-load.sh',
                returnStdout: true
            )
        )
    }
    String id = scriptResult.id
    List problem = scriptResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigImageLoad', problem))
    }
    return id
}

/** Removes names of images, and the archive, from this machine. What is not there is no error. */
void remove(List references, String givenArchive = null) {
    String archive = givenArchive != null ? givenArchive : '.gig-ci/image.tar'
    withEnv(Shell.environment([GIG_ARCHIVE: archive, GIG_REFERENCES: references])) {
        sh(script: libraryResource(resource: 'gig-ci/image-remove.sh', encoding: 'UTF-8'), label: 'image-remove.sh')
    }
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
