// Generated from vars/gigOwaspCheck.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigOwaspCheckParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages
import gigci.shared.Paths

/**
 * Looks for known vulnerabilities in the dependencies of a Python service with OWASP dependency-check and archives the reports. Builds of a machine
 * take turns with its database by a lock below `XDG_CACHE_HOME`, `~/.cache` by default: agents that share a Docker must share that folder.
 * @example gigOwaspCheck(directory: 'backend', project: 'orders', failOnCvss: 9)
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigOwaspCheck', GigOwaspCheckParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String directory = parameters.directory != null ? parameters.directory : '.'
    String reportRoot = parameters.reportRoot != null ? parameters.reportRoot : '.'
    String project = parameters.project != null ? parameters.project : 'service'
    String nvdCredentialsId = parameters.nvdCredentialsId != null ? parameters.nvdCredentialsId : 'NVD_API_KEY'
    def failOnCvss = parameters.failOnCvss
    List formats = parameters.formats != null ? parameters.formats : ['XML', 'JSON', 'HTML']
    String update = parameters.update ?: 'auto'
    String suppression = parameters.suppression
    def timeoutMinutes = parameters.timeoutMinutes != null ? parameters.timeoutMinutes : 30

    String remedy = 'The first download of the database takes longest, much longer without an NVD API key: raise ' +
        'owasp.timeoutMinutes, or let a nightly job refresh the database and set owasp.update: never.'
    Map withDeadlineResult = Flow.withDeadline(this, timeoutMinutes, 'The OWASP dependency check', remedy) {
        String build = Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number)
        String image = Images.toolImage('dependency-check', env.GIG_IMAGE_MIRROR, tool.image)
        // Ends before the deadline, so that the message names the other build.
        def lockSeconds = Numbers.subtract(Numbers.multiply(timeoutMinutes, 60), 30)
        String reports = Paths.below(reportRoot, Paths.below(directory, 'owasp-report'))
        // A pull request from a fork binds no credential at all.
        if (nvdCredentialsId == '' || env.CHANGE_FORK != null) {
            return withEnv(Shell.environment([
                GIG_BUILD: build,
                GIG_DIRECTORY: directory,
                GIG_REPORTS: reports,
                GIG_PROJECT: project,
                GIG_IMAGE: image,
                GIG_RUN: tool.run,
                GIG_FORMATS: formats,
                GIG_UPDATE: update,
                GIG_SUPPRESSION: suppression,
                GIG_FAIL_ON_CVSS: failOnCvss,
                GIG_LOCK_SECONDS: lockSeconds,
            ])) {
                return Shell.outputs(
                    [exceeded: 'boolean', problem: 'list'],
                    sh(
                        script: libraryResource(resource: 'gig-ci/owasp-check.sh', encoding: 'UTF-8'),
                        label: 'owasp-check.sh',
                        returnStdout: true
                    )
                )
            }
        }
        return withCredentials([string(credentialsId: nvdCredentialsId, variable: 'GIG_KEY')]) {
            return withEnv(Shell.environment([
                GIG_BUILD: build,
                GIG_DIRECTORY: directory,
                GIG_REPORTS: reports,
                GIG_PROJECT: project,
                GIG_IMAGE: image,
                GIG_RUN: tool.run,
                GIG_FORMATS: formats,
                GIG_UPDATE: update,
                GIG_SUPPRESSION: suppression,
                GIG_FAIL_ON_CVSS: failOnCvss,
                GIG_LOCK_SECONDS: lockSeconds,
            ])) {
                return Shell.outputs(
                    [exceeded: 'boolean', problem: 'list'],
                    sh(
                        script: libraryResource(resource: 'gig-ci/owasp-check.sh', encoding: 'UTF-8'),
                        label: 'owasp-check.sh',
                        returnStdout: true
                    )
                )
            }
        }
    }
    def exceeded = withDeadlineResult.exceeded
    List problem = withDeadlineResult.problem
    dir(reportRoot) {
        archiveArtifacts(artifacts: Paths.below(directory, 'owasp-report/**'), allowEmptyArchive: true)
    }
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigOwaspCheck', problem))
    }
    if (formats.contains('XML')) {
        String pattern = Paths.below(reportRoot, Paths.below(directory, 'owasp-report/dependency-check-report.xml'))
        Flow.ifInstalled(this, 'dependencyCheckPublisher') {
            dependencyCheckPublisher(pattern: pattern)
        }
    }
    if (exceeded) {
        error("A dependency has a vulnerability with a score of ${Numbers.toText(failOnCvss != null ? failOnCvss : 0)} or more: the reports name it. " +
            'Update it, or leave the finding out with owasp.suppression.')
    }
}

/** From here on: steps that a dry run prints instead. */
private archiveArtifacts(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.archiveArtifacts(given)
        : DryRun.answer(this, 'archiveArtifacts', given, false, null)
}

private dependencyCheckPublisher(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.dependencyCheckPublisher(given)
        : DryRun.answer(this, 'dependencyCheckPublisher', given, false, null)
}

private dir(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.dir(given, body) : DryRun.around(this, 'dir', given, true, [], body)
}

private echo(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.echo(given) : DryRun.echo(this, given)
}

private sh(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.sh(given) : DryRun.sh(this, given)
}

private string(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.string(given) : DryRun.binding('string', given)
}

private withCredentials(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withCredentials(given, body) : DryRun.withCredentials(this, given, body)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
