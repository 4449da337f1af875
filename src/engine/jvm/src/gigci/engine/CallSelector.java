package gigci.engine;

import groovy.lang.GString;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

/**
 * Finds the declaration that a dynamic call will reach, by the rules of the script-security plugin: supertypes first, so
 * that one line of the list, `method java.util.Collection size`, speaks for all implementations; then the methods that
 * Groovy adds to the classes of Java.
 */
final class CallSelector {
    private static final List<Class<?>> EXTENSIONS = List.of(DefaultGroovyMethods.class, StringGroovyMethods.class);

    private CallSelector() {
    }

    /** The method of the receiver's classes, or null. */
    static Method method(Object receiver, String name, Object[] arguments) {
        for (Class<?> type : typesOf(receiver.getClass())) {
            Method method = declared(type, name, arguments);
            if (method != null) {
                return method;
            }
        }
        return receiver instanceof GString ? declared(String.class, name, arguments) : null;
    }

    /** The method that Groovy adds to the receiver's class, or null. */
    static Method extension(Object receiver, String name, Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = receiver;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        for (Class<?> type : EXTENSIONS) {
            Method method = declared(type, name, all);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    /** The method that a class itself declares, or null. */
    static Method declared(Class<?> type, String name, Object[] arguments) {
        Stream<Method> methods = Stream.of(type.getDeclaredMethods()).filter(method -> method.getName().equals(name));
        return mostSpecific(methods, arguments);
    }

    static Constructor<?> constructor(Class<?> type, Object[] arguments) {
        return mostSpecific(Stream.of(type.getDeclaredConstructors()), arguments);
    }

    static Field field(Class<?> type, String name) {
        for (Class<?> candidate : typesOf(type)) {
            for (Field field : candidate.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static <E extends Executable> E mostSpecific(Stream<E> candidates, Object[] arguments) {
        return candidates.filter(candidate -> accepts(candidate, arguments))
            .reduce((best, other) -> moreSpecific(other, best) ? other : best).orElse(null);
    }

    private static boolean accepts(Executable candidate, Object[] arguments) {
        Class<?>[] types = candidate.getParameterTypes();
        if (types.length == arguments.length) {
            boolean all = true;
            for (int index = 0; index < types.length; index++) {
                all = all && accepts(types[index], arguments[index]);
            }
            if (all) {
                return true;
            }
        }
        return candidate.isVarArgs() && acceptsRest(types, arguments);
    }

    private static boolean acceptsRest(Class<?>[] types, Object[] arguments) {
        int fixed = types.length - 1;
        if (arguments.length < fixed) {
            return false;
        }
        Class<?> element = types[fixed].getComponentType();
        for (int index = 0; index < arguments.length; index++) {
            if (!accepts(index < fixed ? types[index] : element, arguments[index])) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Class<?> type, Object argument) {
        if (argument == null) {
            return !type.isPrimitive();
        }
        if (type == String.class && argument instanceof GString) {
            return true;
        }
        return wrapper(type).isInstance(argument) || type == long.class && argument instanceof Integer;
    }

    private static boolean moreSpecific(Executable candidate, Executable best) {
        if (candidate.isVarArgs() != best.isVarArgs()) {
            return best.isVarArgs();
        }
        Class<?>[] types = candidate.getParameterTypes();
        Class<?>[] bestTypes = best.getParameterTypes();
        for (int index = 0; index < Math.min(types.length, bestTypes.length); index++) {
            Class<?> type = wrapper(types[index]);
            Class<?> bestType = wrapper(bestTypes[index]);
            if (type != bestType && (type.isAssignableFrom(bestType) || bestType.isAssignableFrom(type))) {
                return bestType.isAssignableFrom(type);
            }
        }
        return candidate.toString().compareTo(best.toString()) > 0;
    }

    private static Class<?> wrapper(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static Set<Class<?>> typesOf(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        addTypes(type, types);
        return types;
    }

    private static void addTypes(Class<?> type, Set<Class<?>> types) {
        if (type.getSuperclass() != null) {
            addTypes(type.getSuperclass(), types);
        }
        for (Class<?> parent : type.getInterfaces()) {
            addTypes(parent, types);
        }
        types.add(type);
    }
}
