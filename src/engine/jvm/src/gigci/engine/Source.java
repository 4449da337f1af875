package gigci.engine;

/** A Groovy file. Its path stands in compile errors; its base name is the name of the class when it is a script. */
final class Source {
    /** Relative to the library folder, with `/`. */
    final String path;
    final String text;

    Source(String path, String text) {
        this.path = path;
        this.text = text;
    }
}
