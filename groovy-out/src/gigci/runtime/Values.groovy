// Generated from src/runtime/Values.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Plain data: strings, Longs, Doubles, booleans, lists and maps with string keys. */
final class Values {

    private Values() {
    }

    /**
     * A deep copy as plain data, for what arrives from a Jenkinsfile: GStrings become strings, numbers Longs or Doubles,
     * sets and arrays lists, keys strings. An absent entry of a map is left out. Anything else, such as a closure, stays.
     */
    @NonCPS
    static Object plain(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString()
        }
        if (value instanceof Number) {
            return Numbers.of(value)
        }
        if (value instanceof Map) {
            return plainMap(value)
        }
        if (value instanceof Collection || value instanceof Object[]) {
            List list = []
            for (Object element : value) {
                list.add(plain(element))
            }
            return list
        }
        return value
    }

    /** Whether JavaScript's === is true: a number never equals a string. */
    @NonCPS
    static boolean same(Object left, Object right) {
        return (left instanceof Number) == (right instanceof Number) && left == right
    }

    @NonCPS
    private static Map plainMap(Map value) {
        Map map = [:]
        for (Map.Entry entry : value.entrySet()) {
            Object content = entry.getValue()
            if (content != null) {
                // Most are texts already.
                map.put(String.valueOf((Object) entry.getKey()), content instanceof String ? content : plain(content))
            }
        }
        return map
    }

}
