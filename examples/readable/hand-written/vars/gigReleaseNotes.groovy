import com.cloudbees.groovy.cps.NonCPS

/** The notes of a release: what is new, what was corrected, and whom to thank. */
String call(Map config = [:]) {
    if (!config.version || config.changes == null) {
        error('gigReleaseNotes: version and changes are required')
    }
    String notes = releaseNotes(config.version, config.changes)
    echo(notes)
    return notes
}

@NonCPS
private String releaseNotes(String version, List changes) {
    List features = subjects(changes, 'feat: ')
    List corrections = subjects(changes, 'fix: ')
    List authors = changes.collect { change -> change.author }.sort()

    // A release without one of the two says so.
    List lines = ["Release ${version}"] +
        features.collect { subject -> "+ ${subject}" } +
        corrections.collect { subject -> "! ${subject}" } +
        [features.isEmpty() ? 'Nothing is new.' : "${features.size()} new, ${corrections.size()} corrected"]
    return "${lines.join('\n')}\nThanks to ${authors.join(', ')}"
}

@NonCPS
private List subjects(List changes, String prefix) {
    return changes
        .findAll { change -> change.subject.startsWith(prefix) }
        .collect { change -> change.subject.substring(prefix.length()) }
}
