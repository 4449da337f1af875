package gigci.engine;

import groovy.lang.GroovyClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.tools.GroovyClass;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.libs.Library;

/** Compiles Groovy as the Pipeline plugin does, into memory, or takes classes that were compiled so before. */
final class PipelineClassLoader extends GroovyClassLoader {
    private static final CompilerConfiguration CONFIGURATION = configuration();

    /** Bytecode by the name of the class. */
    private final Map<String, byte[]> classes;

    PipelineClassLoader(ClassLoader parent) {
        this(parent, new LinkedHashMap<>());
    }

    /** @param classes bytecode by name, as {@link #classes()} gave it */
    PipelineClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
        super(parent, CONFIGURATION, false);
        this.classes = classes;
        setResourceLoader(name -> null);
    }

    /** All that this loader has, without its parents. */
    Map<String, byte[]> classes() {
        return classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytecode = classes.get(name);
        return bytecode == null ? super.findClass(name) : defineClass(name, bytecode, 0, bytecode.length);
    }

    /** Compiles sources that may refer to each other, and to what this loader and its parents have already. */
    void compile(List<Source> sources) throws CompileErrors {
        CompilationUnit unit = createCompilationUnit(CONFIGURATION, null);
        for (Source source : sources) {
            unit.addSource(source.path, source.text);
        }
        ClassCollector collector = createCollector(unit, null);
        unit.setClassgenCallback(collector);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (LinkageError | AssertionError | StackOverflowError | RuntimeException failure) {
            throw CompileErrors.of(failure, sources.size() == 1 ? sources.get(0).path : null);
        }
        for (Object compiled : collector.getLoadedClasses()) {
            setClassCacheEntry((Class<?>) compiled);
        }
        for (Object compiled : unit.getClasses()) {
            classes.put(((GroovyClass) compiled).getName(), ((GroovyClass) compiled).getBytes());
        }
    }

    private static CompilerConfiguration configuration() {
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("com.cloudbees.groovy.cps", "hudson.model", "jenkins.model");
        imports.addImports(Library.class.getName());
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(CpsScript.class.getName());
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(imports, new SandboxedCpsTransformer());
        return configuration;
    }
}
