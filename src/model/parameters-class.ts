/** The generated class that holds what is known of the parameters of a global variable. */

/** Its name, in package `gigci.parameters`: `gigTrivyScan` -> `GigTrivyScanParameters`. */
export function parametersClassName(globalVariable: string): string {
  return `${globalVariable.charAt(0).toUpperCase()}${globalVariable.slice(1)}Parameters`;
}
