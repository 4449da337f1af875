/**
 * Where the author's comments go. Groovy has a place for them between statements only: a comment inside a statement, in
 * front of a property or behind an operand, stands above the statement; one in a block stays in the block.
 */
import ts from 'typescript';

interface Comment {
  readonly pos: number;
  readonly end: number;
  readonly text: string;
}

/** The comments of a list of statements. */
export interface PlacedComments {
  /** For each statement those that stand above it. */
  readonly above: readonly (readonly string[])[];
  readonly atEnd: readonly string[];
}

/** Places the comments in a list of statements: all that stand in it and in no list inside. */
export function placeComments(sourceFile: ts.SourceFile, nodes: ts.NodeArray<ts.Statement>): PlacedComments {
  const end = endOfList(sourceFile, nodes);
  const comments = commentsBetween(sourceFile, nodes.pos, end);
  if (comments.length === 0) return { above: [], atEnd: [] };
  const inner = nodes.flatMap((node) => listsIn(sourceFile, node));
  const own = comments.filter(({ pos }) => !inner.some((list) => pos >= list.pos && pos < list.end));
  const placed = own.map((comment) => ({
    ...comment,
    index: nodes.findIndex((node) => isUpTo(sourceFile, node, comment)),
  }));
  const textsAt = (wanted: number): readonly string[] =>
    placed.filter(({ index }) => index === wanted).map(({ text }) => text);
  return { above: nodes.map((_, index) => textsAt(index)), atEnd: textsAt(-1) };
}

/** Texts of the comments between two positions. */
export function commentTexts(sourceFile: ts.SourceFile, pos: number, end: number): readonly string[] {
  return commentsBetween(sourceFile, pos, end).map(({ text }) => text);
}

/** The comment without its marks, and without the star that a line in it begins with. */
export function commentText(comment: string): string {
  if (comment.startsWith('//')) return comment.slice(2).trim();
  return comment
    .slice(2, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join('\n')
    .trim();
}

/** Whether a comment is no remark for a tool that reads TypeScript: that means nothing in Groovy. */
export function isForReaders(comment: string): boolean {
  return !/^(eslint|prettier|c8|istanbul|v8)[- ]/.test(comment);
}

/** The comment stands in front of the end of the statement, or behind it on the same line. */
function isUpTo({ text }: ts.SourceFile, node: ts.Statement, { pos }: Comment): boolean {
  return pos < node.end || !text.slice(node.end, pos).includes('\n');
}

/** A list ends where the next token begins; behind a `case`, what stands on lines of its own belongs to the next one. */
function endOfList(sourceFile: ts.SourceFile, nodes: ts.NodeArray<ts.Statement>): number {
  const { text } = sourceFile;
  const clause = nodes[0]?.parent;
  const isInnerClause =
    clause !== undefined && ts.isCaseOrDefaultClause(clause) && clause.parent.clauses.at(-1) !== clause;
  let { end } = nodes;
  for (const comment of commentsOf(sourceFile)) {
    if (comment.pos < end) continue;
    const gap = text.slice(end, comment.pos);
    if (gap.trim() !== '' || (isInnerClause && gap.includes('\n'))) break;
    ({ end } = comment);
  }
  return end;
}

/** The lists of statements inside a statement, whose comments stay there. */
function listsIn(sourceFile: ts.SourceFile, statement: ts.Node): readonly ts.TextRange[] {
  const lists: ts.TextRange[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) {
      lists.push({ pos: node.statements.pos, end: endOfList(sourceFile, node.statements) });
    } else if (ts.isCaseBlock(node)) {
      lists.push({ pos: node.getStart(sourceFile), end: node.end });
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(statement);
  return lists;
}

function commentsBetween(sourceFile: ts.SourceFile, start: number, stop: number): readonly Comment[] {
  return commentsOf(sourceFile).filter(({ pos, end }) => pos >= start && end <= stop);
}

const known = new WeakMap<ts.SourceFile, readonly Comment[]>();

/** All comments of a file for readers, in order: what looks like one and stands in no text, template or pattern. */
function commentsOf(sourceFile: ts.SourceFile): readonly Comment[] {
  const found = known.get(sourceFile);
  if (found !== undefined) return found;
  const { text } = sourceFile;
  const literals = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node))
      literals.set(node.getStart(sourceFile), node.end);
    ts.forEachChild(node, visit);
  };
  if (/\/[/*]/.test(text)) visit(sourceFile);
  const comments: Comment[] = [];
  for (let position = 0; position < text.length; position++) {
    const behind = literals.get(position) ?? endOfComment(text, position);
    if (behind === undefined) continue;
    const comment = commentText(text.slice(position, behind));
    if (!literals.has(position) && isForReaders(comment))
      comments.push({ pos: position, end: behind, text: comment });
    position = behind - 1;
  }
  known.set(sourceFile, comments);
  return comments;
}

function endOfComment(text: string, position: number): number | undefined {
  if (text[position] !== '/') return undefined;
  const stop = text[position + 1] === '/' ? '\n' : text[position + 1] === '*' ? '*/' : undefined;
  if (stop === undefined) return undefined;
  const end = text.indexOf(stop, position + 2);
  return end === -1 ? text.length : stop === '\n' ? end : end + 2;
}
