// Generated from vars/gigTrivyScan.ts by gig-ci. Change that file, not this one.
import gigci.parameters.GigTrivyScanParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages
import gigci.shared.Paths

/**
 * Scans an image archive with Trivy and archives the reports as JSON, SARIF and text. Builds of a machine
 * take turns with its database by a lock below `XDG_CACHE_HOME`, `~/.cache` by default: agents that share a Docker must share that folder.
 * @return how many findings there are
 * @example gigTrivyScan(severity: ['CRITICAL'], gate: 'fail', ignoreUnfixed: true)
 */
def call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigTrivyScan', GigTrivyScanParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
def perform(Map parameters) {
    Map tool = parameters.tool != null ? parameters.tool : [:]
    String archive = parameters.archive != null ? parameters.archive : '.gig-ci/image.tar'
    String reports = parameters.reports != null ? parameters.reports : 'trivy-report'
    String reportRoot = parameters.reportRoot != null ? parameters.reportRoot : '.'
    List severity = parameters.severity != null ? parameters.severity : ['HIGH', 'CRITICAL']
    List scanners = parameters.scanners != null ? parameters.scanners : ['vuln']
    String gate = parameters.gate ?: 'report'
    def ignoreUnfixed = parameters.ignoreUnfixed ?: false
    String ignoreFile = parameters.ignoreFile
    String database = parameters.database ?: 'auto'
    String databaseRepository = parameters.databaseRepository
    String javaDatabaseRepository = parameters.javaDatabaseRepository
    def timeoutMinutes = parameters.timeoutMinutes != null ? parameters.timeoutMinutes : 15

    String remedy = 'The database of vulnerabilities is downloaded first: raise trivy.timeoutMinutes, or name a mirror with ' +
        'trivy.databaseRepository.'
    Map withDeadlineResult = Flow.withDeadline(this, timeoutMinutes, 'The Trivy scan', remedy) {
        return withEnv(Shell.environment([
            GIG_BUILD: Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
            GIG_ARCHIVE: archive,
            GIG_REPORTS: Paths.below(reportRoot, reports),
            GIG_IMAGE: Images.toolImage('trivy', env.GIG_IMAGE_MIRROR, tool.image),
            GIG_RUN: tool.run,
            GIG_SEVERITY: severity,
            GIG_SCANNERS: scanners,
            GIG_IGNORE_UNFIXED: ignoreUnfixed,
            GIG_IGNORE_FILE: ignoreFile,
            GIG_DATABASE: database,
            GIG_DATABASE_REPOSITORY: databaseRepository,
            GIG_JAVA_DATABASE_REPOSITORY: javaDatabaseRepository,
            GIG_MINUTES: timeoutMinutes,
        ])) {
            return Shell.outputs(
                [findings: 'integer', problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/trivy-scan.sh', encoding: 'UTF-8'),
                    label: 'trivy-scan.sh',
                    returnStdout: true
                )
            )
        }
    }
    def findings = withDeadlineResult.findings
    List problem = withDeadlineResult.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigTrivyScan', problem))
    }
    dir(reportRoot) {
        archiveArtifacts("${reports}/**")
    }
    String message = "Trivy found ${Messages.counted(findings, 'problem')} of severity ${severity.join(', ')} in the image: see ${reports}."
    if (findings == 0 || gate == 'report') {
        echo(message)
    } else if (gate == 'unstable') {
        unstable(message)
    } else {
        error("${message} Update the packages that it names, or leave a finding out with trivy.ignoreFile.")
    }
    return findings
}

/** From here on: steps that a dry run prints instead. */
private archiveArtifacts(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null
        ? steps.archiveArtifacts(given)
        : DryRun.answer(this, 'archiveArtifacts', given, false, null)
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

private unstable(given) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.unstable(given) : DryRun.answer(this, 'unstable', given, false, null)
}

private withEnv(given, body) {
    given = Values.plain(given)
    return env.GIG_DRY_RUN == null ? steps.withEnv(given, body) : DryRun.withEnv(this, given, body)
}
