/** How Java keeps the constants of a class. */

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
