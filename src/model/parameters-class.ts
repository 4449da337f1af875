/** The generated class that holds what is known of the parameters of a global variable. */

export const parametersPackage = 'gigci.parameters';

/** Its name in that package: `gigTrivyScan` -> `GigTrivyScanParameters`. */
export function parametersClassName(globalVariable: string): string {
  return `${globalVariable.charAt(0).toUpperCase()}${globalVariable.slice(1)}Parameters`;
}
