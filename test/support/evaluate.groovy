import groovy.json.JsonOutput
import groovy.json.JsonSlurper

// Evaluates the scripts of a JSON list and writes what they return, or what they failed with, as a JSON list.
List scripts = new JsonSlurper().parse(new File(args[0])) as List
List results = scripts.collect { script ->
    try {
        return [value: new GroovyShell(this.class.classLoader).evaluate(script as String)]
    } catch (Throwable failure) {
        return [failure: failure.toString()]
    }
}
new File(args[1]).setText(JsonOutput.toJson(results), 'UTF-8')
