package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Lists as JavaScript treats them. */
final class Lists {

    private Lists() {
    }

    /** The element at an index; absent outside the list. */
    @NonCPS
    static Object at(List list, Object index) {
        double position = index.doubleValue()
        if (position < 0.0d || position >= list.size() || position != Math.floor(position)) {
            return null
        }
        return list.get(position as int)
    }

    /** The element at a position, from the end when it is negative; absent outside the list. */
    @NonCPS
    static Object fromEnd(List list, Object index) {
        double whole = Numbers.trunc(index).doubleValue()
        return at(list, whole < 0.0d ? list.size() + whole : whole)
    }

    @NonCPS
    static boolean includes(List list, Object element) {
        return indexOf(list, element) >= 0
    }

    @NonCPS
    static int indexOf(List list, Object element) {
        for (int index = 0; index < list.size(); index++) {
            if (Values.same(list.get(index), element)) {
                return index
            }
        }
        return -1
    }

    @NonCPS
    static int lastIndexOf(List list, Object element) {
        for (int index = list.size() - 1; index >= 0; index--) {
            if (Values.same(list.get(index), element)) {
                return index
            }
        }
        return -1
    }

    /** The elements as JavaScript prints them; an absent one is empty. */
    @NonCPS
    static String join(List list, String separator) {
        StringBuilder result = new StringBuilder()
        for (int index = 0; index < list.size(); index++) {
            result.append(index == 0 ? '' : separator)
            result.append(list.get(index) == null ? '' : Text.of(list.get(index)))
        }
        return result.toString()
    }

    @NonCPS
    static List slice(List list, Object start, Object end = null) {
        int to = end == null ? list.size() : Numbers.position(end, list.size())
        List part = []
        for (int index = Numbers.position(start, list.size()); index < to; index++) {
            part.add(list.get(index))
        }
        return part
    }

    /** Pairs of index and element. */
    @NonCPS
    static List entries(List list) {
        List pairs = []
        for (int index = 0; index < list.size(); index++) {
            pairs.add([index, list.get(index)])
        }
        return pairs
    }

    /** The index in a pair of index and element; -1 without a pair. */
    @NonCPS
    static Object indexOfEntry(List entry) {
        return entry == null ? -1 : entry.get(0)
    }

    /** The elements of pairs of index and element. */
    @NonCPS
    static List elements(List pairs) {
        List elements = []
        for (Object pair : pairs) {
            elements.add(pair.get(1))
        }
        return elements
    }

    /** The elements of the lists in a list. */
    @NonCPS
    static List flat(List lists) {
        List elements = []
        for (List list : lists) {
            elements.addAll(list)
        }
        return elements
    }

    /** Takes the last element out of a list; absent when there is none. */
    @NonCPS
    static Object pop(List list) {
        return list.isEmpty() ? null : list.remove(list.size() - 1)
    }

    /** Takes the first element out of a list; absent when there is none. */
    @NonCPS
    static Object shift(List list) {
        return list.isEmpty() ? null : list.remove(0)
    }

    /** So many absent elements. */
    @NonCPS
    static List ofLength(Map size) {
        double length = Numbers.trunc(size.length).doubleValue()
        if (length > 4294967295.0d) {
            throw new Exception('Invalid array length')
        }
        List list = []
        for (int index = 0; index < length; index++) {
            list.add(null)
        }
        return list
    }

    /** Puts one value at the positions from start to before end. */
    @NonCPS
    static List fill(List list, Object element, Object start = null, Object end = null) {
        int to = end == null ? list.size() : Numbers.position(end, list.size())
        int from = start == null ? 0 : Numbers.position(start, list.size())
        for (int index = from; index < to; index++) {
            list[index] = element
        }
        return list
    }

    /** Turns the list round in place. */
    @NonCPS
    static List reverse(List list) {
        return assign(list, list.reverse())
    }

    /** A sorted copy; equal elements keep their order, absent ones come last. */
    @NonCPS
    static List toSorted(List list, Closure compare) {
        if (!list.contains(null)) {
            return mergeSorted(list, 0, list.size(), compare)
        }
        List present = []
        List absent = []
        for (Object element : list) {
            (element == null ? absent : present).add(element)
        }
        return mergeSorted(present, 0, present.size(), compare) + absent
    }

    /** A sorted copy of a list of strings, in the order of their UTF-16 units. */
    @NonCPS
    static List toSorted(List texts) {
        return toSorted(texts) { String left, String right -> left <=> right }
    }

    /** Sorts a list of strings in place, in the order of their UTF-16 units. */
    @NonCPS
    static List sort(List texts) {
        return assign(texts, toSorted(texts))
    }

    /** Sorts the list in place. */
    @NonCPS
    static List sort(List list, Closure compare) {
        return assign(list, toSorted(list, compare))
    }

    @NonCPS
    static boolean isList(Object value) {
        return value instanceof List
    }

    @NonCPS
    private static List assign(List list, List elements) {
        for (int index = 0; index < elements.size(); index++) {
            list[index] = elements.get(index)
        }
        return list
    }

    /**
     * Groovy's own sort cuts the result of the comparison to an int: it gets the sign only. Java sorts up to 31 elements by
     * insertion, whatever the comparison says; with more it may throw when one comparison contradicts another.
     */
    @NonCPS
    private static List mergeSorted(List list, int start, int end, Closure compare) {
        int length = end - start
        if (length < 32) {
            return new ArrayList(list.subList(start, end)).sort { one, other -> compare.call(one, other) <=> 0 }
        }
        int middle = start + length.intdiv(2)
        List left = mergeSorted(list, start, middle, compare)
        List right = mergeSorted(list, middle, end, compare)
        List merged = []
        int fromRight = 0
        for (Object element : left) {
            while (fromRight < right.size() && compare.call(right.get(fromRight), element) < 0) {
                merged.add(right.get(fromRight++))
            }
            merged.add(element)
        }
        while (fromRight < right.size()) {
            merged.add(right.get(fromRight++))
        }
        return merged
    }

}
