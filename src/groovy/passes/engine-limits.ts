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

/** Java keeps a constant in at most 65535 bytes of {@link constantBytes}. */
export const longestConstant = 60_000;

/** Bytes of a text in a class file: there NUL has two, and each half of a surrogate pair three. */
export function constantBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) bytes += unitBytes(text.charCodeAt(index));
  return bytes;
}

/** A text in parts that are constants each; a surrogate pair stays together. */
export function constantsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let [begin, end, bytes] = [0, 0, 0];
  for (const character of text) {
    const added = constantBytes(character);
    if (bytes + added > longestConstant) {
      parts.push(text.slice(begin, end));
      [begin, bytes] = [end, 0];
    }
    end += character.length;
    bytes += added;
  }
  return [...parts, text.slice(begin)];
}

function unitBytes(unit: number): number {
  if (unit > 0 && unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}
