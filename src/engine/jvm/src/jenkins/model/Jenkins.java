package jenkins.model;

/** Stands for the controller: every script imports `jenkins.model.*`, and the sandbox refuses what is in here. */
public final class Jenkins {
    private Jenkins() {
    }

    public static Jenkins getInstance() {
        throw new IllegalStateException("there is no Jenkins here");
    }
}
