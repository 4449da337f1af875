package gigci.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The signatures that scripts may use: `allow-list.txt`, in the notation of the lists of the script-security plugin. */
final class AllowList {
    private final Set<String> signatures;

    private AllowList(Set<String> signatures) {
        this.signatures = signatures;
    }

    static AllowList read() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AllowList.class.getResourceAsStream("/allow-list.txt"), StandardCharsets.UTF_8))) {
            return new AllowList(lines.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet()));
        }
    }

    boolean permits(String signature) {
        return signatures.contains(signature);
    }
}
