/** Texts that would do harm if any part of them became shell text. */
import fc from 'fast-check';

/** The file that every payload tries to make. */
export const canary = 'canary';

/** What means something to some shell somewhere. */
const metacharacters = Array.from(' \t\n\r;&|<>()$`\\"\'*?[]{}#~=%!^-+,:@/.\x01\x1b\x7f\u00a0\u2028');

const payloads = [
  `$(touch ${canary})`,
  `\`touch ${canary}\``,
  `; touch ${canary}`,
  `\ntouch ${canary}\n`,
  `'; touch ${canary}; '`,
  `"; touch ${canary}; "`,
  `' "$(touch ${canary})" '`,
  `| touch ${canary}`,
  `&& touch ${canary}`,
  `|| touch ${canary}`,
  `& touch ${canary} #`,
  `> ${canary}`,
  `\${x:=$(touch ${canary})}`,
  `$((x[$(touch ${canary})]))`,
  `a[$(touch ${canary})]=1`,
  `<(touch ${canary})`,
  `\\$(touch ${canary})`,
  `%s%n$(touch ${canary})`,
  `() { :; }; touch ${canary}`,
  `$'\\n'touch ${canary}`,
  `-e $(touch ${canary})`,
  '$IFS',
  '${GIG_ONE}',
  '$@',
  '"$@"',
  '$0',
  '--',
  '-rf',
  '~',
  '~root',
  '!!',
  '*',
  '/*',
  '{a,b}',
  '\\',
  "'",
  '"',
  '',
  ' ',
  '\n',
  '\n\n',
  ' leading and trailing ',
  'e\u0301\u{1f600}',
  'x'.repeat(4096),
];

/** Every metacharacter alone, in front, in the middle, behind, doubled, and between quotes. */
export const positions: readonly string[] = metacharacters.flatMap((character) => [
  character,
  `${character}end`,
  `front${character}end`,
  `front${character}`,
  `${character}${character}`,
  `'${character}'`,
  `"${character}"`,
  `\\${character}`,
]);

const piece = fc.oneof(
  fc.constantFrom(...metacharacters),
  fc.constantFrom(...payloads),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('a', 'GIG_ONE', '1'),
);
const mixed = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => pieces.join(''))
  // An environment cannot hold it.
  .filter((text) => !text.includes('\0'));

/** So many different hostile values: all positions, all payloads, and mixtures of them; always the same. */
export function hostileValues(count: number): readonly string[] {
  const known = [...positions, ...payloads];
  const made = fc.sample(mixed, { numRuns: count * 2, seed: 20_240_229 });
  return [...new Set([...known, ...made])].slice(0, count);
}
