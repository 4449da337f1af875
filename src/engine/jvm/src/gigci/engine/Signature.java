package gigci.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Writes members in the notation of the script-security plugin, e.g. `method java.util.Map get java.lang.Object`. */
final class Signature {
    private Signature() {
    }

    static String of(Method method) {
        String kind = Modifier.isStatic(method.getModifiers()) ? "staticMethod " : "method ";
        String owner = method.getDeclaringClass().getName();
        return kind + owner + " " + method.getName() + types(method.getParameterTypes());
    }

    static String of(Constructor<?> constructor) {
        return "new " + constructor.getDeclaringClass().getName() + types(constructor.getParameterTypes());
    }

    static String of(Field field) {
        String kind = Modifier.isStatic(field.getModifiers()) ? "staticField " : "field ";
        return kind + field.getDeclaringClass().getName() + " " + field.getName();
    }

    /** For a call that leads nowhere: the types that the arguments have. */
    static String unclassified(String kind, Class<?> owner, String name, Object[] arguments) {
        StringBuilder text = new StringBuilder("unclassified " + kind + " " + owner.getName() + " " + name);
        for (Object argument : arguments) {
            text.append(' ').append(argument == null ? "null" : argument.getClass().getTypeName());
        }
        return text.toString();
    }

    private static String types(Class<?>[] types) {
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(' ').append(type.getTypeName());
        }
        return text.toString();
    }
}
