/** What the engine takes of each, with a reserve: the passes split what is larger, and `limits` reports what they could not. */

/** The hard limits are those of groovy-cps, about 250: a block or a literal is one call with that many arguments. */
export const engineLimits = {
  statements: 200,
  elements: 200,
  entries: 100,
  arguments: 200,
  /** They are a map. */
  namedArguments: 100,
  cases: 200,
  operators: 100,
  /** Of a GString. */
  holes: 200,
  /** The parser of Groovy recurses over them: at less than twice as many it runs out of stack. */
  levels: 64,
} as const;

/** Each method is a static field that one initialiser fills. */
export const mostMethods = 1000;
