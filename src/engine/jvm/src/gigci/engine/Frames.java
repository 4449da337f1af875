package gigci.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Picks from a stack trace what a library author knows: lines of the Groovy files, innermost first. */
final class Frames {
    /** Enough to leave the helpers of the library behind. */
    private static final int LIMIT = 20;

    private Frames() {
    }

    static List<Object> of(PipelineProgram program, List<StackTraceElement> stack) {
        List<Object> frames = new ArrayList<>();
        for (StackTraceElement element : stack) {
            String path = element.getLineNumber() > 0 ? program.pathOf(element.getClassName()) : null;
            if (path != null && frames.size() < LIMIT) {
                frames.add(path + ":" + element.getLineNumber());
            }
        }
        return frames;
    }

    static List<Object> of(PipelineProgram program, Throwable thrown) {
        return of(program, Arrays.asList(thrown.getStackTrace()));
    }
}
