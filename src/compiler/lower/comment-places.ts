/**
 * Where the author's comments go. Groovy has a place for them between statements only: a comment inside a statement, in
 * front of a property or behind an operand, stands above the statement; one in a block stays in the block.
 */
import ts from 'typescript';
import { nodesOf } from '../nodes';

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

/**
 * All comments of a file for readers, in order: what begins like one outside of the texts and the regular expressions of
 * the program. Asking the tree for its tokens would scan the file again.
 */
function commentsOf(sourceFile: ts.SourceFile): readonly Comment[] {
  const found = known.get(sourceFile);
  if (found !== undefined) return found;
  const { text } = sourceFile;
  const comments: Comment[] = [];
  const opening = /\/[/*]/g;
  opening.lastIndex = ts.getShebang(text)?.length ?? 0;
  const literals = literalsIn(sourceFile).values();
  let literal = literals.next();
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const pos = match.index;
    while (literal.done !== true && literal.value.end <= pos) literal = literals.next();
    if (literal.done !== true && literal.value.pos <= pos) {
      opening.lastIndex = literal.value.end;
      continue;
    }
    const end = endOfComment(text, pos);
    const comment = commentText(text.slice(pos, end));
    if (isForReaders(comment)) comments.push({ pos, end, text: comment });
    opening.lastIndex = end;
  }
  known.set(sourceFile, comments);
  return comments;
}

/** The texts, the parts of templates and the regular expressions of a file without what stands in front, in order. */
function literalsIn(sourceFile: ts.SourceFile): readonly ts.TextRange[] {
  const isLiteral = (node: ts.Node): boolean =>
    ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateLiteralToken(node);
  return nodesOf(sourceFile)
    .filter(isLiteral)
    .map((node) => ({ pos: node.getStart(sourceFile), end: node.end }));
}

function endOfComment(text: string, pos: number): number {
  const rest = text.slice(pos);
  const length = rest.startsWith('/*') ? rest.indexOf('*/', 2) + 2 : rest.search(/[\n\r\u2028\u2029]/);
  return length < 2 ? text.length : pos + length;
}
