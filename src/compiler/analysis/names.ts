/** Names that are made of an author's names: environment variables and classes. */

/** `imageTag` -> `IMAGE_TAG`, `db.port` -> `DB_PORT`, `_unused` -> `UNUSED`. */
function toUpperSnakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+(?=.)/, '')
    .toUpperCase();
}

/** The variable that carries a value to the shell. */
export function environmentName(name: string): string {
  return `GIG_${toUpperSnakeCase(name)}`;
}

/**
 * Whether authors may set an environment variable: it is a name, and neither the shell, the linker nor the agent depends
 * on it. `NAME+X` puts a value in front of a path. The twin for computed names is in `src/runtime/Shell.groovy`.
 */
export function isSettable(variable: string): boolean {
  return (
    /^[A-Za-z_][A-Za-z0-9_]*(\+[A-Za-z0-9_]+)?$/.test(variable) &&
    !/^(PATH|HOME|SHELL|IFS|ENV|BASH_ENV|WORKSPACE|NODE_NAME|BUILD_\w+|JENKINS_\w+|LD_\w+)$/i.test(variable)
  );
}

/** The variable that is set while a dry run is on: a dash, then the names of the variables that the program has set. */
export const dryRunVariable = 'GIG_DRY_RUN';

/** What begins a dry run. */
export const dryRunBegins = `${dryRunVariable}=-`;

/** Class of `vars/shared/<name>.ts`. */
export function sharedClassName(moduleName: string): string {
  return `${moduleName.charAt(0).toUpperCase()}${moduleName.slice(1)}`;
}
