import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import org.codehaus.groovy.ast.CodeVisitorSupport
import org.codehaus.groovy.ast.ModuleNode
import org.codehaus.groovy.ast.expr.*
import org.codehaus.groovy.ast.stmt.Statement
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.Phases

// Parses the texts of a JSON list with Groovy's own parser and writes the calls of each, or why it is no Groovy.
class Calls extends CodeVisitorSupport {

    List found = []

    @Override
    void visitMethodCallExpression(MethodCallExpression call) {
        // What the compiler adds stands nowhere.
        if (call.implicitThis && call.method instanceof ConstantExpression && call.method.lineNumber > 0) {
            found << [
                name: call.methodAsString,
                line: call.method.lineNumber,
                column: call.method.columnNumber,
                values: valuesOf(call.arguments),
            ]
        }
        super.visitMethodCallExpression(call)
    }

    private static List valuesOf(Expression arguments) {
        return ((TupleExpression) arguments).expressions.collect { shortOf(it) }
    }

    static Object shortOf(Expression value) {
        switch (value) {
            case MapExpression: // also the named arguments of a call
                return [map: ((MapExpression) value).mapEntryExpressions.collect { MapEntryExpression entry ->
                    if (entry.keyExpression instanceof SpreadMapExpression) {
                        return ['*', shortOf(((SpreadMapExpression) entry.keyExpression).expression)]
                    }
                    boolean isKnown = entry.keyExpression.class == ConstantExpression
                    return [isKnown ? String.valueOf(((ConstantExpression) entry.keyExpression).value) : '?', shortOf(entry.valueExpression)]
                }]
            case ListExpression:
                return ((ListExpression) value).expressions.collect { it instanceof SpreadExpression ? [spread: shortOf(it.expression)] : shortOf(it) }
            case SpreadExpression:
                return [spread: shortOf(((SpreadExpression) value).expression)]
            case GStringExpression:
                return [computed: 'string']
            case ClosureExpression:
                return [closure: true]
            case VariableExpression:
                return [variable: ((VariableExpression) value).name]
            case ConstantExpression:
                Object constant = ((ConstantExpression) value).value
                return [literal: constant instanceof Number ? ((Number) constant).doubleValue() : constant]
            default:
                return [computed: '']
        }
    }
}

List texts = new JsonSlurper().parse(new File(args[0])) as List
List results = texts.collect { text ->
    try {
        CompilationUnit unit = new CompilationUnit(new CompilerConfiguration())
        unit.addSource('Jenkinsfile', text as String)
        unit.compile(Phases.CONVERSION)
        ModuleNode module = unit.AST.modules[0]
        Calls calls = new Calls()
        module.statementBlock.visit(calls)
        module.classes.each { type ->
            type.methods.each { method -> method.code?.visit(calls) }
            type.fields.each { field -> field.initialExpression?.visit(calls) }
            type.declaredConstructors.each { made -> made.code?.visit(calls) }
        }
        return [calls: calls.found.unique()]
    } catch (Throwable failure) {
        return [failure: failure.message]
    }
}
new File(args[1]).setText(JsonOutput.toJson(results), 'UTF-8')
