/**
 * Title -> body of a global variable's default function. `say` echoes a value as JSON, `given()` is an object without its
 * optional properties. What the program must say follows the body, so that two worlds that are wrong alike are found.
 */
export type Programs = { readonly [title: string]: readonly [body: string, ...said: readonly string[]] };
