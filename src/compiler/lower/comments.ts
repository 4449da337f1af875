/** The author's comments and blank lines between statements. */
import ts from 'typescript';

/** Remarks for tools that read TypeScript; they mean nothing in Groovy. */
const toolComment = /^(eslint|prettier|c8|istanbul|v8)[- ]/;

/** Texts of the comments in front of a statement, and of the one behind it on its last line. */
export function commentsBefore(node: ts.Node): readonly string[] {
  const { text } = node.getSourceFile();
  const leading = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).filter(
    ({ pos }) => !isOnLineOfPreviousToken(text, node.getFullStart(), pos),
  );
  const trailing = ts.getTrailingCommentRanges(text, node.getEnd()) ?? [];
  return [...leading, ...trailing]
    .map((range) => commentText(text, range))
    .filter((comment) => !toolComment.test(comment));
}

/**
 * Texts of the comments inside a statement, in front of an element of a list, a property or an operand: they move above
 * it, because a Groovy expression has no place for them. Those in the blocks of a statement stay with their statements.
 */
export function commentsInside(statement: ts.Node): readonly string[] {
  const { text } = statement.getSourceFile();
  // Most statements have none, and a look at the text is cheaper than one at each node.
  if (!/\/[/*]/.test(text.slice(statement.pos, statement.end))) return [];
  const comments: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node) || ts.isCaseBlock(node) || (node !== statement && ts.isStatement(node))) return;
    const isFirst = node.getFullStart() === statement.getFullStart();
    const ranges = isFirst ? [] : (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []);
    // A node and its first child begin at the same place.
    if (node.parent.getFullStart() !== node.getFullStart())
      comments.push(...ranges.map((range) => commentText(text, range)));
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return comments.filter((comment) => !toolComment.test(comment));
}

/** Texts of the comments behind the last statement of a block. */
export function commentsAtEnd(nodes: ts.NodeArray<ts.Statement>): readonly string[] {
  const last = nodes.at(-1);
  const { end } = nodes;
  if (last === undefined) return [];
  const { text } = last.getSourceFile();
  return (ts.getLeadingCommentRanges(text, end) ?? [])
    .filter(({ pos }) => !isOnLineOfPreviousToken(text, end, pos))
    .map((range) => commentText(text, range))
    .filter((comment) => !toolComment.test(comment));
}

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

function commentText(text: string, { pos, end, kind }: ts.CommentRange): string {
  const comment = text.slice(pos, end);
  if (kind === ts.SyntaxKind.SingleLineCommentTrivia) return comment.slice(2).trim();
  return comment
    .slice(2, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join('\n')
    .trim();
}

/** The lines of the documentation comment of a declaration, in Groovydoc's dialect. */
export function documentationOf(node: ts.Node): readonly string[] | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
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

function toGroovydoc(line: string): string {
  return line.replace(/\{@link (\w+)[^}]*\}/g, '$1').replace(/^(\s*)@returns\b/, '$1@return');
}
