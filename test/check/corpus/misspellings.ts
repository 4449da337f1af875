/** How names come out when they are typed in a hurry. */

/**
 * Three misspellings of a name that are no known names themselves: a letter too few, too many, exchanged with its neighbour,
 * beside the right one, or of the other case.
 * @param seed chooses the letters
 */
export function misspellings(name: string, seed: number, known: readonly string[]): readonly string[] {
  const at = (salt: number): number => ((seed + 1) * 31 + salt * 17) % name.length;
  const made = [
    without(name, at(1)),
    name.slice(0, at(2)) + name.charAt(at(2)) + name.slice(at(2)),
    exchanged(name, at(3)),
    replaced(name, at(4)),
    otherCase(name, at(5)),
  ];
  const wrong = made.filter(
    (each) => each !== '' && each !== name && !known.includes(each) && /^[A-Za-z]/.test(each),
  );
  const start = seed % Math.max(1, wrong.length);
  return [...new Set([...wrong.slice(start), ...wrong.slice(0, start)])].slice(0, 3);
}

function without(name: string, index: number): string {
  return name.slice(0, index) + name.slice(index + 1);
}

function exchanged(name: string, index: number): string {
  const first = Math.min(index, name.length - 2);
  if (first < 0) return name;
  return name.slice(0, first) + name.charAt(first + 1) + name.charAt(first) + name.slice(first + 2);
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function replaced(name: string, index: number): string {
  const letter = name.charAt(index).toLowerCase();
  const row = KEYBOARD.find((each) => each.includes(letter)) ?? 'xy';
  const neighbour = row.charAt((row.indexOf(letter) + 1) % row.length);
  return name.slice(0, index) + neighbour + name.slice(index + 1);
}

function otherCase(name: string, index: number): string {
  const letter = name.charAt(index);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return name.slice(0, index) + other + name.slice(index + 1);
}
