package gigci.runtime

final class WarmUp implements Serializable {
    @NonCPS
    static String upper(String text) {
        List words = text.split(' ').collect { it.toUpperCase(Locale.ROOT) }
        Map counts = [:]
        words.each { word -> counts[word] = (counts[word] ?: 0) + 1 }
        boolean matches = text ==~ /\d+ names/
        return words.join(' ') + counts.size() + matches + Math.max(1L, 2L)
    }

    static Object around(Object script, Closure body) {
        script.echo('before')
        return body.call()
    }
}
