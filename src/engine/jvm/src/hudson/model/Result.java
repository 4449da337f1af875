package hudson.model;

import java.io.Serializable;

/** Stands for the result of a build: every script imports `hudson.model.*`, so the name is taken. */
public enum Result implements Serializable {
    SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED
}
