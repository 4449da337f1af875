package org.jenkinsci.plugins.workflow.libs;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for `@Library('name@version') _`. Which library it names is checked before the engine sees the Jenkinsfile. */
@Retention(RetentionPolicy.SOURCE)
public @interface Library {
    String[] value();

    boolean changelog() default true;
}
