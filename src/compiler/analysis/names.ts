/** Names of environment variables: `GIG_` and the upper snake case of a TypeScript name. */

/** `imageTag` -> `IMAGE_TAG`, `db.port` -> `DB_PORT`. */
export function toUpperSnakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** The variable that carries a value to the shell. */
export function environmentName(name: string): string {
  return `GIG_${toUpperSnakeCase(name)}`;
}
