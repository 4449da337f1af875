/** Words that Groovy 2.4 keeps for itself. */

/** Keywords of the grammar, with those that are reserved but unused. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'abstract as assert boolean break byte case catch char class const continue def default do double else enum ' +
    'extends false final finally float for goto if implements import in instanceof int interface long native new null ' +
    'package private protected public return short static strictfp super switch synchronized this threadsafe throw ' +
    'throws trait transient true try var void volatile while with yield'
  ).split(' '),
);

/** Names that every closure or script has without declaring them, or that mean something to its readers. */
export const implicitNames: ReadonlySet<string> = new Set([
  'call',
  'it',
  'owner',
  'delegate',
  'thisObject',
  'binding',
  'metaClass',
]);

/** Keys that `object.name` would not look up in a map, or that read as a method of Map. */
export const claimedProperties: ReadonlySet<string> = new Set([
  'class',
  'empty',
  'metaClass',
  'properties',
  'size',
]);

/** Whether a word can stand as a name without quotes. */
export function isPlainName(word: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(word) && !keywords.has(word);
}
