// Generated from src/runtime/NearestName.groovy by gig-ci. Change that file, not this one.
package gigci.runtime

import com.cloudbees.groovy.cps.NonCPS

/** Suggestions for misspelt names. The twin is src/diagnostics/nearest-name.ts. */
final class NearestName {

    private NearestName() {
    }

    /** Two edits, or a third of the given name, in whatever case. */
    @NonCPS
    static String suggestion(String given, List names) {
        String nearest = null
        int fewest = 0
        for (String name : names) {
            int edits = distance(Text.toLowerCase(given), Text.toLowerCase(name))
            if (nearest == null || edits < fewest) {
                nearest = name
                fewest = edits
            }
        }
        boolean isNear = nearest != null && (fewest <= 2 || fewest * 3 <= given.length()) && fewest < given.length()
        return isNear ? "; did you mean '" + nearest + "'?" : ''
    }

    /** How many characters must be inserted, deleted or replaced (Levenshtein). */
    @NonCPS
    private static int distance(String left, String right) {
        List previous = []
        for (int column = 0; column <= right.length(); column++) {
            previous.add(column)
        }
        for (int row = 1; row <= left.length(); row++) {
            List current = [row]
            for (int column = 1; column <= right.length(); column++) {
                boolean isSame = left.substring(row - 1, row) == right.substring(column - 1, column)
                int replaced = previous.get(column - 1) + (isSame ? 0 : 1)
                int inserted = Math.min(previous.get(column) + 1, current.get(column - 1) + 1)
                current.add(Math.min(replaced, inserted))
            }
            previous = current
        }
        return previous.get(right.length())
    }

}
