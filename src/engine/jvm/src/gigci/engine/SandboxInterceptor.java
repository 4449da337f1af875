package gigci.engine;

import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.GStringImpl;
import org.jenkinsci.plugins.workflow.cps.CpsClosure2;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.kohsuke.groovy.sandbox.GroovyInterceptor;

/**
 * Sees every call and property of scripts, in CPS code and in `@NonCPS` code, and lets pass what the allow-list names,
 * what scripts define themselves, and what the Pipeline plugin adds: steps, global variables, GStrings.
 */
final class SandboxInterceptor extends GroovyInterceptor {
    /** Operators on numbers: Groovy implements them itself, so that no list can name them. */
    private static final Set<String> ARITHMETIC = Set.of("plus", "minus", "multiply", "div", "intdiv", "mod", "power",
        "compareTo", "and", "or", "xor", "leftShift", "rightShift", "rightShiftUnsigned", "unaryMinus", "unaryPlus");

    private final AllowList allowed;
    /** Refusal by receiver, member and types of the arguments; empty text when the call may pass. */
    private final Map<List<Object>, String> decisions = new HashMap<>();

    SandboxInterceptor(AllowList allowed) {
        this.allowed = allowed;
    }

    /** Forgets the classes of the program before, or of this one before its restart. */
    void forget() {
        decisions.clear();
    }

    @Override
    public Object onMethodCall(Invoker invoker, Object receiver, String method, Object... arguments) throws Throwable {
        requireCall(receiver, method, arguments);
        return super.onMethodCall(invoker, receiver, method, arguments);
    }

    @Override
    public Object onSuperCall(Invoker invoker, Class sender, Object receiver, String method, Object... arguments)
            throws Throwable {
        requireCall(receiver, method, arguments);
        return super.onSuperCall(invoker, sender, receiver, method, arguments);
    }

    @Override
    public Object onStaticCall(Invoker invoker, Class receiver, String method, Object... arguments) throws Throwable {
        if (receiver == System.class && method.equals("currentTimeMillis")) {
            return PipelineRun.current().context().time;
        }
        require(key(receiver, "static " + method, arguments), () -> {
            Method target = CallSelector.declared(receiver, method, arguments);
            return target == null
                ? ownClass(receiver) ? "" : Signature.unclassified("staticMethod", receiver, method, arguments)
                : refusal(Signature.of(target), target.getDeclaringClass());
        });
        return super.onStaticCall(invoker, receiver, method, arguments);
    }

    @Override
    public Object onNewInstance(Invoker invoker, Class receiver, Object... arguments) throws Throwable {
        require(key(receiver, "new", arguments), () -> {
            Constructor<?> target = CallSelector.constructor(receiver, arguments);
            if (ownClass(receiver) || receiver == GStringImpl.class) {
                return "";
            }
            return target == null
                ? Signature.unclassified("new", receiver, "", arguments)
                : refusal(Signature.of(target), receiver);
        });
        return super.onNewInstance(invoker, receiver, arguments);
    }

    @Override
    public Object onGetProperty(Invoker invoker, Object receiver, String property) throws Throwable {
        requireProperty(receiver, property, "get");
        return super.onGetProperty(invoker, receiver, property);
    }

    @Override
    public Object onSetProperty(Invoker invoker, Object receiver, String property, Object value) throws Throwable {
        requireProperty(receiver, property, "set", value);
        return super.onSetProperty(invoker, receiver, property, value);
    }

    @Override
    public Object onGetAttribute(Invoker invoker, Object receiver, String attribute) throws Throwable {
        requireProperty(receiver, attribute, "get");
        return super.onGetAttribute(invoker, receiver, attribute);
    }

    @Override
    public Object onSetAttribute(Invoker invoker, Object receiver, String attribute, Object value) throws Throwable {
        requireProperty(receiver, attribute, "set", value);
        return super.onSetAttribute(invoker, receiver, attribute, value);
    }

    private void requireCall(Object receiver, String method, Object[] arguments) {
        require(key(receiver.getClass(), method, arguments), () -> {
            Method target = CallSelector.method(receiver, method, arguments);
            if (target != null) {
                boolean ofPipeline = receiver instanceof CpsScript && method.equals("invokeMethod")
                    || receiver instanceof VisibleToScripts;
                return ofPipeline ? "" : refusal(Signature.of(target), target.getDeclaringClass());
            }
            if (receiver instanceof Number && ARITHMETIC.contains(method)) {
                return "";
            }
            Method extension = CallSelector.extension(receiver, method, arguments);
            if (extension != null) {
                return refusal(Signature.of(extension), extension.getDeclaringClass());
            }
            // What nobody declares ends in invokeMethod of the script, or in Groovy's own complaint.
            boolean dynamic = ownClass(receiver.getClass()) || receiver instanceof VisibleToScripts;
            return dynamic ? "" : Signature.unclassified("method", receiver.getClass(), method, arguments);
        });
    }

    /** A property is permitted when its accessor or its field is; scripts and the globals resolve the rest themselves. */
    private void requireProperty(Object receiver, String property, String accessor, Object... values) {
        Class<?> type = receiver instanceof Class ? (Class<?>) receiver : receiver.getClass();
        require(key(type, accessor + " property " + property + (receiver instanceof Class), values), () -> {
            String name = accessor + Character.toUpperCase(property.charAt(0)) + property.substring(1);
            Method method = CallSelector.method(receiver, name, values);
            if (method != null && !(receiver instanceof VisibleToScripts)) {
                return refusal(Signature.of(method), method.getDeclaringClass());
            }
            Method ofClass = receiver instanceof Class ? CallSelector.declared(type, name, values) : null;
            if (ofClass != null) {
                return refusal(Signature.of(ofClass), type);
            }
            Field field = CallSelector.field(type, property);
            if (field != null && !(receiver instanceof Script)) {
                return refusal(Signature.of(field), field.getDeclaringClass());
            }
            boolean dynamic = ownClass(type) || receiver instanceof VisibleToScripts
                || property.equals("length") && type.isArray();
            return dynamic ? "" : Signature.unclassified("field", type, property, values);
        });
    }

    private String refusal(String signature, Class<?> owner) {
        boolean passes = allowed.permits(signature) || ownClass(owner);
        return passes ? "" : signature;
    }

    /** Whether scripts define the class, or the Pipeline plugin as the base of what scripts define. */
    private static boolean ownClass(Class<?> type) {
        return type.getClassLoader() instanceof GroovyClassLoader || type == CpsScript.class || type == CpsClosure2.class;
    }

    private void require(List<Object> key, Supplier<String> decide) {
        String refused = decisions.computeIfAbsent(key, unused -> decide.get());
        if (!refused.isEmpty()) {
            throw PipelineRun.current().report("Scripts not permitted to use " + refused);
        }
    }

    private static List<Object> key(Class<?> type, String member, Object[] arguments) {
        Object[] key = new Object[arguments.length + 2];
        key[0] = type;
        key[1] = member;
        for (int index = 0; index < arguments.length; index++) {
            key[index + 2] = arguments[index] == null ? null : arguments[index].getClass();
        }
        return Arrays.asList(key);
    }
}
