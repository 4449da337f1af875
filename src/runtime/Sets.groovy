package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Sets of strings as JavaScript treats them: the elements stand in the order in which they were added. */
final class Sets {

    private Sets() {
    }

    /** A set of the elements of a list. */
    @NonCPS
    static Set of(List elements = []) {
        Set set = new LinkedHashSet()
        set.addAll(elements)
        return set
    }

    /** The elements as a list: what visits them can be saved with a build. */
    @NonCPS
    static List elements(Set set) {
        return new ArrayList(set)
    }

}
