// Generated from vars/gigPostgres.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigPostgresParameters
import gigci.runtime.DryRun
import gigci.runtime.Numbers
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Builds
import gigci.shared.Images
import gigci.shared.Messages

/**
 * Starts PostgreSQL for the tests in a container on this machine, or waits for a given server. Whoever calls it calls
 * `gigPostgres.stop()` in a `finally`.
 * @return the variables DB_NAME, DB_USER, DB_PASS, DB_HOST, DB_PORT and DB_SSLMODE for `withEnv`
 * @example gigPostgres(image: 'postgres:16', name: 'orders')
 */
Map call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    return perform(Parameters.checked(this, 'gigPostgres', GigPostgresParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
Map perform(Map parameters) {
    String image = parameters.image
    String name = parameters.name != null ? parameters.name : 'testdb'
    String user = parameters.user != null ? parameters.user : 'test'
    String password = parameters.password != null ? parameters.password : 'test'
    String host = parameters.host
    def port = parameters.port != null ? parameters.port : 0
    String sslMode = parameters.sslMode ?: 'disable'
    def readyTimeoutSeconds = parameters.readyTimeoutSeconds != null ? parameters.readyTimeoutSeconds : 60

    if (host != null) {
        def givenPort = port == 0 ? 5432 : port
        Map scriptResult = withEnv([
            "GIG_HOST=${host}",
            "GIG_PORT=${Numbers.toText(givenPort)}",
            "GIG_SECONDS=${Numbers.toText(readyTimeoutSeconds)}",
        ]) {
            return Shell.outputs(
                [problem: 'list'],
                sh(
                    script: libraryResource(resource: 'gig-ci/database-wait.sh', encoding: 'UTF-8'),
                    label: 'database-wait.sh',
                    returnStdout: true
                )
            )
        }
        List refusal = scriptResult.problem
        if (!refusal.isEmpty()) {
            error(Messages.failureMessage('gigPostgres', refusal))
        }
        return databaseVariables(name, user, password, host, givenPort, sslMode)
    }
    String server = image != null ? image : Images.databaseImage(env.GIG_IMAGE_MIRROR)
    Map scriptResult2 = withEnv([
        "GIG_BUILD=${Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number)}",
        "GIG_IMAGE=${server}",
        "GIG_DATABASE=${name}",
        "GIG_USER=${user}",
        "GIG_PASSWORD=${password}",
        "GIG_PORT=${Numbers.toText(port)}",
        "GIG_SECONDS=${Numbers.toText(readyTimeoutSeconds)}",
    ]) {
        return Shell.outputs(
            [port: 'integer', problem: 'list'],
            sh(
                script: libraryResource(resource: 'gig-ci/postgres-start.sh', encoding: 'UTF-8'),
                label: 'postgres-start.sh',
                returnStdout: true
            )
        )
    }
    def publishedPort = scriptResult2.port
    List problem = scriptResult2.problem
    if (!problem.isEmpty()) {
        error(Messages.failureMessage('gigPostgres', problem))
    }
    echo("PostgreSQL (${server}) answers on 127.0.0.1:${Numbers.toText(publishedPort)}.")
    return databaseVariables(name, user, password, '127.0.0.1', publishedPort, sslMode)
}

/** Removes the database containers of this build, with their data. Does nothing when there is none. */
void stop() {
    withEnv(["GIG_BUILD=${Builds.buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number)}"]) {
        sh(script: libraryResource(resource: 'gig-ci/postgres-stop.sh', encoding: 'UTF-8'), label: 'postgres-stop.sh')
    }
}

@NonCPS
private Map databaseVariables(String name, String user, String password, String host, port, String sslMode) {
    return [
        DB_NAME: name,
        DB_USER: user,
        DB_PASS: password,
        DB_HOST: host,
        DB_PORT: Numbers.toText(port),
        DB_SSLMODE: sslMode,
    ]
}

/** From here on: steps that a dry run prints instead. */
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
