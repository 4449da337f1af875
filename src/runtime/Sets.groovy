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
        for (Object element : elements) {
            set.add(element)
        }
        return set
    }

    /** The elements as a list: what visits them can be saved with a build. */
    @NonCPS
    static List elements(Set set) {
        List elements = []
        for (Object element : set) {
            elements.add(element)
        }
        return elements
    }

}
