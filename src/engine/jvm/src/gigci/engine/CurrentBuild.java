package gigci.engine;

import java.io.Serializable;

/** The global `currentBuild`, as far as generated code reads it. */
public final class CurrentBuild implements Serializable, VisibleToScripts {
    private static final long serialVersionUID = 1L;

    public Object getNumber() {
        return read("number");
    }

    public Object getResult() {
        return read("result");
    }

    public Object getCurrentResult() {
        return read("currentResult");
    }

    private static Object read(String name) {
        return PipelineRun.current().context().build.get(name);
    }
}
