/**
 * What gig-ci adds to the steps of Jenkins: typed forms that the compiler lowers, and the globals of a build.
 * This text opens the module `gig-ci/jenkins` that authors import; the steps of the catalogue follow it.
 */

declare const secretBrand: unique symbol;

/** A credential. Only a shell command sees it: it cannot be printed, joined, returned, stored or put into a label. */
export interface Secret {
  readonly [secretBrand]: never;
}

/** What may stand in a hole of a command. A list becomes `"$@"`, each element one word; one list a command. */
export type ShellValue = string | number | boolean | readonly string[] | Secret;

interface Shell {
  /** Runs a command; a failure fails the build. */
  (command: TemplateStringsArray, ...values: readonly ShellValue[]): void;
  /** Runs a command and returns what it printed, without the newlines at the end. */
  output(command: TemplateStringsArray, ...values: readonly ShellValue[]): string;
  /** Runs a command and returns its exit code. */
  status(command: TemplateStringsArray, ...values: readonly ShellValue[]): number;
}

/** Runs a constant shell command; values travel as environment variables, never as text of the command. */
export declare const sh: Shell;

/** The scripts of `resources/gig-ci/`, by file name; declared in the generated `resources/scripts.d.ts`. */
export interface Scripts {}

/** Runs a resource script with the inputs that its header declares and returns its outputs. */
export declare function script<Name extends keyof Scripts>(
  name: Name,
  inputs: Scripts[Name]['inputs'],
): Scripts[Name]['outputs'];

/** Sets environment variables for the body. Names begin with `GIG_` or belong to a known tool. */
export declare function withEnv<Result>(
  variables: { readonly [name: string]: string },
  body: () => Result,
): Result;

/** Binds a secret text for the body. The variable is `GIG_` and the parameter's name. */
export declare function withSecretText<Result>(
  credentialsId: string,
  body: (value: Secret) => Result,
): Result;

/** Binds a user name and a password for the body. */
export declare function withSecretLogin<Result>(
  credentialsId: string,
  body: (username: Secret, password: Secret) => Result,
): Result;

/** Binds the path of a secret file for the body. */
export declare function withSecretFile<Result>(credentialsId: string, body: (path: Secret) => Result): Result;

/** Binds AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN for the body. */
export declare function withAwsCredentials<Result>(credentialsId: string, body: () => Result): Result;

/** Runs branches side by side and returns their results by name. */
export declare function parallel<Result>(
  branches: { readonly [name: string]: () => Result },
  options?: { readonly failFast?: boolean },
): { readonly [name: string]: Result };

/** How a body ended. */
export type Outcome = 'SUCCESS' | 'UNSTABLE' | 'FAILED' | 'ABORTED';

/**
 * Runs `body`, then `done` with how it ended, also after an abort, which no `catch` sees. When `done` itself is
 * interrupted it runs once more, with ABORTED.
 */
export declare function withOutcome(body: () => void, done: (outcome: Outcome) => void): void;

/**
 * Runs the body for so many minutes at most; being late is a failure, any other interruption passes through. The message
 * is "`what` took longer than 5 minutes", followed by the remedy.
 */
export declare function withDeadline<Result>(minutes: number, what: string, body: () => Result): Result;
export declare function withDeadline<Result>(
  minutes: number,
  what: string,
  remedy: string,
  body: () => Result,
): Result;

/** Runs the body, which uses a step of an optional plugin; says so and returns `false` when it is not installed. */
export declare function ifInstalled(step: string, body: () => void): boolean;

/**
 * What applies in a call of this global variable, as a table for the log: each parameter with its value, and where that came from when it
 * is no default. A secret is not shown.
 * @param given what the function of the global variable was given, before defaults apply
 */
export declare function effectiveParameters(given: object): string;

/**
 * Runs the body without touching anything: it takes no agent, binds no credential, publishes nothing. Each command is printed instead,
 * with its stage and the names of the variables that it would get, and answered with the examples of its header; a plain command
 * prints nothing and ends well. Everything else runs as always.
 */
export declare function withDryRun<Result>(body: () => Result): Result;

/** The environment of the build. */
export declare const env: { readonly [name: string]: string | undefined };

/** The running build. */
export declare const currentBuild: {
  readonly number: number;
  /** SUCCESS until something worsened it. */
  readonly currentResult: string;
};

/** The repository that holds the Jenkinsfile. */
export declare const scm: { readonly $symbol: 'scm' };
