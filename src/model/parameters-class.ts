/** Names in the generated Groovy: the class that holds what is known of the parameters, and the method behind their check. */

/** The method that holds the body of a global variable's default function; nothing checks what it is given. */
export const performName = 'perform';

export const parametersPackage = 'gigci.parameters';

/** Its name in that package: `gigTrivyScan` -> `GigTrivyScanParameters`. */
export function parametersClassName(globalVariable: string): string {
  return `${globalVariable.charAt(0).toUpperCase()}${globalVariable.slice(1)}Parameters`;
}
