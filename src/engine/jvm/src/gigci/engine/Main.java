package gigci.engine;

import groovy.lang.GroovySystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads one JSON request a line on standard input, answers each with one line on standard output, until the input ends.
 * The only argument is a folder for what is kept between processes.
 */
public final class Main {
    private static final String GROOVY = "2.4.21";
    private static final String GROOVY_CPS = "groovy-cps-1.31.jar";

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        requireVersions();
        PrintStream answers = System.out;
        // Nothing else may write between the answers.
        System.setOut(System.err);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ClassStore store = new ClassStore(Path.of(arguments[0]));
        Protocol protocol = new Protocol(new SandboxInterceptor(AllowList.read()), store, () -> isWaiting(requests));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            answers.println(JsonWriter.write(protocol.answer((Map<?, ?>) JsonReader.read(line))));
            answers.flush();
        }
    }

    private static boolean isWaiting(BufferedReader requests) {
        try {
            return requests.ready();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The engine of Jenkins is this Groovy; groovy-cps by itself would bring an older one. */
    private static void requireVersions() {
        Class<?> engine = com.cloudbees.groovy.cps.Continuable.class;
        String jar = engine.getProtectionDomain().getCodeSource().getLocation().getPath();
        if (!GroovySystem.getVersion().equals(GROOVY) || !jar.endsWith("/" + GROOVY_CPS)) {
            throw new IllegalStateException(
                "needs Groovy " + GROOVY + " and " + GROOVY_CPS + ", has " + GroovySystem.getVersion() + " and " + jar);
        }
    }
}
