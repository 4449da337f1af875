package gigci.engine;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.Closure;
import java.io.Serializable;
import java.util.List;

/** A thread of the program, as it is saved: where it goes on, and the step that it waits for: its bodies and their results. */
final class PipelineThread implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What the thread runs. */
    final Origin origin;
    final Continuable continuable;
    /** The bodies of the step, by ordinal; the simulator may start each of them several times. */
    List<Closure<?>> bodies = List.of();
    final Results results = new Results();

    PipelineThread(Origin origin, Continuable continuable) {
        this.origin = origin;
        this.continuable = continuable;
    }

    /** The Jenkinsfile itself, or a closure that a step of another thread was given. */
    static final class Origin implements Serializable {
        static final Origin JENKINSFILE = new Origin(null, true);

        private static final long serialVersionUID = 1L;

        /** The thread that waits for the step; null for the Jenkinsfile itself. */
        final String parent;
        final boolean ofJenkinsfile;

        Origin(String parent, boolean ofJenkinsfile) {
            this.parent = parent;
            this.ofJenkinsfile = ofJenkinsfile;
        }
    }
}
