package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Objects as JavaScript treats them: integer-like keys come first, in their order, then the others as they were added. */
final class Maps {

    private Maps() {
    }

    @NonCPS
    static List keys(Map map) {
        List indexes = []
        List others = []
        for (Object key : map.keySet()) {
            (isIndex(key) ? indexes : others).add(key)
        }
        return Lists.toSorted(indexes) { left, right -> left.toLong() - right.toLong() } + others
    }

    @NonCPS
    static List values(Map map) {
        List values = []
        for (Object key : keys(map)) {
            values.add(map.get(key))
        }
        return values
    }

    /** Pairs of key and value. */
    @NonCPS
    static List entries(Map map) {
        List entries = []
        for (Object key : keys(map)) {
            entries.add([key, map.get(key)])
        }
        return entries
    }

    @NonCPS
    static Map fromEntries(List entries) {
        Map map = [:]
        for (Object entry : entries) {
            map.put(entry.get(0), entry.get(1))
        }
        return map
    }

    /** The results of branches in the order of the branches, which `parallel` loses. */
    @NonCPS
    static Map inOrder(Map results, Collection names) {
        Map ordered = [:]
        for (Object name : names) {
            // A branch may have added a name since.
            if (results.containsKey(name)) {
                ordered.put(name, results.get(name))
            }
        }
        return ordered
    }

    /** 0 to 2^32 - 2, written as JavaScript prints it. */
    @NonCPS
    private static boolean isIndex(String key) {
        return key ==~ /0|[1-9][0-9]{0,9}/ && key.toLong() < 4294967295L
    }

}
