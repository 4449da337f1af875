// Generated from vars/gigRouterTestStages.ts by gig-ci. Change that file, not this one.
import com.cloudbees.groovy.cps.NonCPS
import gigci.parameters.GigRouterTestStagesParameters
import gigci.runtime.DryRun
import gigci.runtime.Flow
import gigci.runtime.Maps
import gigci.runtime.Parameters
import gigci.runtime.Shell
import gigci.runtime.Values
import gigci.shared.Contradictions
import gigci.shared.Messages
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

/**
 * The stages of gigRouterPipeline that test a Django service against a real database, which is gone afterwards.
 * @example gigRouterTestStages(backendDir: 'backend', apps: ['users', 'orders'])
 */
void call(arguments = [:]) {
    def given = Parameters.normalise(arguments)
    perform(Parameters.checked(this, 'gigRouterTestStages', GigRouterTestStagesParameters.definition(), given))
}

/** Called by other global variables of this library, whose calls the compiler has checked. */
void perform(Map parameters) {
    List apps = parameters.apps != null ? parameters.apps : []
    String backendDir = parameters.backendDir != null ? parameters.backendDir : 'backend'
    def database = parameters.database != null ? parameters.database : [:]
    def python = parameters.python != null ? parameters.python : [:]
    def django = parameters.django != null ? parameters.django : [:]
    def tests = parameters.tests != null ? parameters.tests : [:]

    List problems = django == false ? [] : Contradictions.variableProblems(django)
    if (!problems.isEmpty()) {
        error(Messages.problemList('gigRouterTestStages', problems))
    }
    def failed = null
    try {
        Map variables = stage('Start Real DB for Tests') {
            return startDatabase(database)
        }
        stage('Setup Python') {
            setUpPython(python, tests, backendDir)
        }
        withEnv(Shell.settableEnvironment(variables + variablesOf(django))) {
            stage('Validate Database Connection') {
                validateConnection(database, python)
            }
            stage('Check Migration Folders') {
                checkMigrationFolders(django, apps, backendDir)
            }
            withSecretVariables(django) {
                stage('Create Missing Migrations') {
                    createMigrations(django, database, python, backendDir)
                }
                stage('Build Django') {
                    collectStatic(django, python, backendDir)
                }
                stage('Run All Tests') {
                    runTests(tests, django, python, backendDir)
                }
            }
        }
    } catch (Throwable thrown) {
        failed = thrown
        throw thrown
    } finally {
        try {
            stopDatabase(database)
        } catch (FlowInterruptedException interruption) {
            throw interruption
        } catch (Exception later) {
            Flow.failedWhileCleaningUp(this, failed, later)
        }
    }
}

private Map startDatabase(database) {
    if (database == false) {
        echo('Skipped: database is off')
        return [:]
    }
    return gigPostgres.perform(database)
}

private void stopDatabase(database) {
    if (database != false && database.host == null) {
        gigPostgres.stop()
    }
}

private void setUpPython(python, tests, String directory) {
    if (python == false) {
        echo('Skipped: python is off')
        return
    }
    def sharesTests = tests != false && (tests.workers != null ? tests.workers : 0) > 0
    gigPythonSetup.perform(python + [directory: directory, additionalPackages: sharesTests ? ['pytest-xdist'] : []])
}

@NonCPS
private Map variablesOf(django) {
    if (django == false) {
        return [:]
    }
    Map variables = django.env != null ? django.env : [:]
    return variables
}

private void withSecretVariables(django, Closure body) {
    Map givenDjango = django == false ? [:] : django
    Map secretEnv = givenDjango.secretEnv != null ? givenDjango.secretEnv : [:]
    List names = Maps.keys(secretEnv)
    if (names.isEmpty()) {
        body.call()
    } else if (env.CHANGE_FORK != null) {
        echo("A pull request from a fork binds no credential: ${names.join(', ')} are not set.")
        body.call()
    } else {
        def failed = null
        try {
            bindVariables(names, secretEnv, body)
        } catch (Throwable thrown) {
            failed = thrown
            throw thrown
        } finally {
            try {
                sh(
                    script: libraryResource(resource: 'gig-ci/secret-variables-remove.sh', encoding: 'UTF-8'),
                    label: 'secret-variables-remove.sh'
                )
            } catch (FlowInterruptedException interruption) {
                throw interruption
            } catch (Exception later) {
                Flow.failedWhileCleaningUp(this, failed, later)
            }
        }
    }
}

/** Binds one secret inside the other, so that all are masked in the log while the body runs. */
private void bindVariables(List names, Map credentials, Closure body, nesting = 0) {
    if (nesting >= 50) {
        error('bindVariables calls itself too deeply: more than 50 calls inside each other')
    }
    String name = names[0]
    if (name == null) {
        // The body reads the files: the variable that the last binding leaves would be a second copy.
        withEnv(['GIG_VALUE='], body)
        return
    }
    withCredentials([string(credentialsId: credentials[name] ?: '', variable: 'GIG_VALUE')]) {
        withEnv(["GIG_NAME=${name}"]) {
            sh(
                script: libraryResource(resource: 'gig-ci/secret-variable.sh', encoding: 'UTF-8'),
                label: 'secret-variable.sh'
            )
        }
        bindVariables(names.drop(1), credentials, body, nesting + 1)
    }
}

private void validateConnection(database, python) {
    if (database == false) {
        echo('Skipped: database is off')
    } else if (python == false) {
        echo('Skipped: python is off')
    } else {
        gigDatabaseCheck.perform([:])
    }
}

private void checkMigrationFolders(django, List apps, String directory) {
    if (django == false) {
        echo('Skipped: django is off')
    } else if (apps.isEmpty()) {
        echo('Skipped: no apps given')
    } else {
        gigDjangoMigrationFolders.perform(django + [apps: [] + apps, directory: directory])
    }
}

private void createMigrations(django, database, python, String directory) {
    if (django == false) {
        echo('Skipped: django is off')
    } else if (python == false) {
        echo('Skipped: python is off')
    } else {
        // Without a database of this build, the settings may name one that others use.
        gigDjangoMigrations.perform(django + [directory: directory, migrate: database != false])
    }
}

private void collectStatic(django, python, String directory) {
    if (django == false) {
        echo('Skipped: django is off')
    } else if (python == false) {
        echo('Skipped: python is off')
    } else {
        def isWanted = django.collectStatic != null ? django.collectStatic : true
        if (isWanted) {
            gigDjangoStatic.perform(django + [directory: directory])
        } else {
            echo('Skipped: django.collectStatic is false')
        }
    }
}

private void runTests(tests, django, python, String directory) {
    if (tests == false) {
        echo('Skipped: tests is off')
    } else if (python == false) {
        echo('Skipped: python is off')
    } else if (django == false) {
        gigDjangoTests.perform(tests + [directory: directory])
    } else {
        gigDjangoTests.perform(django + tests + [directory: directory])
    }
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
