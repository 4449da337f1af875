package gigci.engine;

import java.util.Map;

/** What happens to the state of a program whenever it asks for a step, as the client wants it. */
final class Saving {
    private final String mode;
    private final long restartAt;

    private Saving(String mode, long restartAt) {
        this.mode = mode;
        this.restartAt = restartAt;
    }

    /** @param message the name of a mode, or `{"restartAt": n}` */
    static Saving of(Object message) {
        return message instanceof Map
            ? new Saving("", (Long) ((Map<?, ?>) message).get("restartAt"))
            : new Saving((String) message, -1);
    }

    /** Whether the program is saved and goes on as the copy. */
    boolean isCopied() {
        return mode.equals("every step");
    }

    /**
     * Whether the program is saved, loaded again and goes on there.
     *
     * @param step number of the steps that all its threads asked for before this one
     */
    boolean isRestarted(long step) {
        return mode.equals("restart at every step") || step == restartAt;
    }
}
