/**
 * Where the author's comments go. Groovy has a place for them between statements only: a comment inside a statement, in
 * front of a property or behind an operand, stands above the statement; one in a block stays in the block.
 */
import ts from 'typescript';

/** A comment, and where it stands. */
export interface Comment {
  readonly pos: number;
  readonly end: number;
  /** Without its marks. */
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
function commentText(comment: string): string {
  if (comment.startsWith('//')) return comment.slice(2).trim();
  return comment
    .slice(2, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join('\n')
    .trim();
}

/** Whether a comment is no remark for a tool that reads TypeScript: that means nothing in Groovy. */
function isForReaders(comment: string): boolean {
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

/** The comments between two positions. */
export function commentsBetween(sourceFile: ts.SourceFile, start: number, stop: number): readonly Comment[] {
  return commentsOf(sourceFile).filter(({ pos, end }) => pos >= start && end <= stop);
}

const known = new WeakMap<ts.SourceFile, readonly Comment[]>();

/** All comments of a file for readers, in order: every token has those that stand in front of it. */
function commentsOf(sourceFile: ts.SourceFile): readonly Comment[] {
  const found = known.get(sourceFile);
  if (found !== undefined) return found;
  const { text } = sourceFile;
  const comments: Comment[] = [];
  const visit = (node: ts.Node): void => {
    // Documentation is a comment in front of the first token.
    const children = node.getChildren(sourceFile).filter((child) => !ts.isJSDoc(child));
    children.forEach(visit);
    if (children.length > 0 || node.kind === ts.SyntaxKind.SyntaxList) return;
    const onLine = node.pos === 0 ? [] : (ts.getTrailingCommentRanges(text, node.pos) ?? []);
    const onOtherLines = ts.getLeadingCommentRanges(text, node.pos) ?? [];
    for (const { pos, end } of [...onLine, ...onOtherLines]) {
      const comment = commentText(text.slice(pos, end));
      if (isForReaders(comment)) comments.push({ pos, end, text: comment });
    }
  };
  visit(sourceFile);
  known.set(sourceFile, comments);
  return comments;
}
