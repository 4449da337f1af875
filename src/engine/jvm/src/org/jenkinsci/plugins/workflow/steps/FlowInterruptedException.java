package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;

/** Stands for the exception of Jenkins that interrupts a body: an abort, a timeout, a superseded build. */
public final class FlowInterruptedException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    private final Result result;

    public FlowInterruptedException(Result result, String message) {
        super(message);
        this.result = result;
    }

    public Result getResult() {
        return result;
    }
}
