/** Documentation of functions, and the blank lines between statements. */
import ts from 'typescript';

/** Whether the author left a blank line in front of a statement or of its first comment. */
export function blankLineBefore(node: ts.Node): boolean {
  const { text } = node.getSourceFile();
  const start = node.getFullStart();
  const firstComment = (ts.getLeadingCommentRanges(text, start) ?? []).find(
    ({ pos }) => !isOnLineOfPreviousToken(text, start, pos),
  );
  const gap = text.slice(start, firstComment?.pos ?? node.getStart());
  return (gap.match(/\n/g) ?? []).length > 1;
}

/** A comment behind the statement before belongs to that one. */
function isOnLineOfPreviousToken(text: string, previousEnd: number, position: number): boolean {
  return !text.slice(previousEnd, position).includes('\n');
}

/** The lines of the documentation comment of a declaration, in Groovydoc's dialect. */
export function documentationOf(node: ts.Node): readonly string[] | undefined {
  const comment = documentationComment(node);
  if (comment === undefined) return undefined;
  const body = comment
    .getText()
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '');
  const lines = body.split(/\r?\n/).map((line) => toGroovydoc(line.replace(/^\s*\*\s?/, '').trimEnd()));
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines.map((line, index) => (index === 0 ? line.trim() : line));
}

/** The documentation comment of a declaration: the last one above it. */
export function documentationComment(node: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

function toGroovydoc(line: string): string {
  return line.replace(/\{@link (\w+)[^}]*\}/g, '$1').replace(/^(\s*)@returns\b/, '$1@return');
}
