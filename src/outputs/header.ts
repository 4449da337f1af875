/**
 * The line by which people and the build recognise a generated file. Every output carries it in its first three lines,
 * a help text (which Jenkins shows to people) in its last one.
 */

/** Folder of the generated library, relative to the project folder. */
export const OUTPUT_FOLDER = 'groovy-out';

/** `Generated from vars/gigX.ts by gig-ci. Change that file, not this one.` */
export function generatedFrom(source: string): string {
  return `Generated from ${source} by gig-ci. Change that file, not this one.`;
}

const MARK = /Generated from \S.* by gig-ci\. Change that file, not this one\./;

/** Whether a text carries our line where we put it, so that the build may replace or remove the file. */
export function isGenerated(text: string): boolean {
  const lines = text.trimEnd().split('\n');
  return [...lines.slice(0, 3), ...lines.slice(-1)].some((line) => MARK.test(line));
}
