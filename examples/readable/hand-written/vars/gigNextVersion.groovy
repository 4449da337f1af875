import com.cloudbees.groovy.cps.NonCPS

/** The version behind some changes, by the rules of semantic versioning. */
Map call(Map config = [:]) {
    if (!config.version || config.changes == null) {
        error('gigNextVersion: version and changes are required')
    }
    Map next = nextVersion(config.version, config.changes)
    echo("${config.version} -> ${next.version}")
    return next
}

@NonCPS
private Map nextVersion(String version, List changes) {
    List numbers = version.tokenize('.')*.toInteger()
    def major = numbers[0] ?: 0
    def minor = numbers[1] ?: 0
    def patch = numbers[2] ?: 0
    Map counts = [:]
    String part = 'none'
    for (String change in changes) {
        counts[change] = (counts[change] ?: 0) + 1
        switch (change) {
            case 'breaking':
                part = 'major'
                break
            case 'feature':
                part = part == 'major' ? part : 'minor'
                break
            case 'fix':
                part = part == 'none' ? 'patch' : part
                break
            default:
                // Documentation and the like make no version.
                break
        }
    }

    switch (part) {
        case 'major':
            return [version: "${major + 1}.0.0".toString(), counts: counts]
        case 'minor':
            return [version: "${major}.${minor + 1}.0".toString(), counts: counts]
        case 'patch':
            return [version: "${major}.${minor}.${patch + 1}".toString(), counts: counts]
        default:
            return [version: version, counts: counts]
    }
}
