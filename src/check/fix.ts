/** Makes the changes of findings that are safe to make. */
import type { Edit, FileReport } from './findings';
import { checkFile, type CheckedFile } from './index';
import type { CheckedLibrary } from './library';

/** A call whose name is corrected shows its arguments, a group its members: deeper than any. */
const MOST_PASSES = 10;

/** The text with all safe changes made, also those that show when others have been made, and how many there were. */
export function corrected(
  { path, text }: CheckedFile,
  library: CheckedLibrary,
): { readonly text: string; readonly fixed: number } {
  let result = text;
  let fixed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = editsOf(checkFile({ path, text: result }, library));
    if (edits.length === 0) break;
    result = applyEdits(result, edits);
    fixed += edits.length;
  }
  return { text: result, fixed };
}

/** The edits of a file, in their order, without those that overlap one before. */
function editsOf({ findings }: FileReport): readonly Edit[] {
  const edits: Edit[] = [];
  const all = findings.flatMap(({ fix }) => fix ?? []).sort((one, other) => one.start - other.start);
  for (const edit of all) if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
  return edits;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let offset = 0;
  for (const edit of edits) {
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result + text.slice(offset);
}
