package gigci.engine;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import com.cloudbees.groovy.cps.sandbox.Untrusted;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.SourceUnit;
import org.jenkinsci.plugins.workflow.cps.CpsClosure2;
import org.kohsuke.groovy.sandbox.SandboxTransformer;

/**
 * Rewrites methods for the CPS engine and everything else for the sandbox, so that calls of both colours are intercepted.
 * It does what groovy-cps' own SandboxCpsTransformer does, without the hooks for casts: those need a groovy-sandbox that
 * was never published where Maven finds it.
 */
final class SandboxedCpsTransformer extends CpsTransformer {
    private final SandboxTransformer sandbox = new SandboxTransformer();
    private ClassCodeExpressionTransformer sandboxVisitor;

    SandboxedCpsTransformer() {
        setConfiguration(new TransformerConfiguration().withClosureType(CpsClosure2.class));
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        sandboxVisitor = sandbox.createVisitor(source, classNode);
        super.call(source, context, classNode);
    }

    @Override
    protected void processConstructors(ClassNode classNode) {
        sandbox.processConstructors(sandboxVisitor, classNode);
    }

    @Override
    protected void visitNontransformedMethod(MethodNode method) {
        sandboxVisitor.visitMethod(method);
    }

    @Override
    protected void visitNontransformedField(FieldNode field) {
        sandboxVisitor.visitField(field);
    }

    @Override
    protected void visitNontransformedStatement(Statement statement) {
        statement.visit(sandboxVisitor);
    }

    @Override
    protected Class<?> getTrustTag() {
        return Untrusted.class;
    }
}
