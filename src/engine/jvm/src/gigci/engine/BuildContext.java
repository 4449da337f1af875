package gigci.engine;

import java.util.Map;

/** What scripts may read without a step, as the simulator sent it for the thread that runs now. */
final class BuildContext {
    /** Virtual milliseconds since 1970. */
    final long time;
    final Map<?, ?> environment;
    final Map<?, ?> build;

    BuildContext(Map<?, ?> message) {
        time = ((Number) message.get("time")).longValue();
        environment = (Map<?, ?>) message.get("environment");
        build = (Map<?, ?>) message.get("build");
    }
}
