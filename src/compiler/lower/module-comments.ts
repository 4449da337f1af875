/**
 * Comments outside of functions. What stands on a declaration goes where that is in Groovy: above the method of a function
 * or of a constant, where the value of a constant is printed, at the top for an import; a type has no place there. What a
 * blank line parts from the declaration below it stands alone, and keeps its place among the functions.
 */
import ts from 'typescript';
import type { Method } from '../../groovy';
import { commentsBetween, type Comment } from './comment-places';
import { documentationComment, documentationOf } from './comments';

/** Lines of comments without a blank line between them. */
export type Paragraph = readonly string[];

/** The comments of a module, by where they go. */
export interface ModuleComments {
  /** What the file is about, or a licence. */
  readonly atTop: readonly Paragraph[];
  /** On imports. */
  readonly onImports: readonly Paragraph[];
  /** On each declaration, documentation left aside. */
  readonly on: ReadonlyMap<ts.Statement, Paragraph>;
  /** What stands alone above each function, or above what has no place in Groovy above it. */
  readonly alone: ReadonlyMap<ts.Statement, readonly Paragraph[]>;
  /** Behind the last function. */
  readonly atEnd: readonly Paragraph[];
}

const known = new WeakMap<ts.SourceFile, ModuleComments>();

/** Places the comments of a module that stand outside of its functions. */
export function moduleComments(sourceFile: ts.SourceFile): ModuleComments {
  const found = known.get(sourceFile) ?? placed(sourceFile);
  known.set(sourceFile, found);
  return found;
}

/** The comments of the method that a function or a constant becomes. */
export function methodComments(
  sourceFile: ts.SourceFile,
  node: ts.Statement,
): Pick<Method, 'preface' | 'remarks' | 'documentation'> {
  const { on, alone } = moduleComments(sourceFile);
  const own = on.get(node);
  const documentation = isOfFile(sourceFile, node) ? undefined : documentationOf(node);
  return documentation === undefined
    ? { preface: alone.get(node), documentation: own }
    : { preface: alone.get(node), remarks: own, documentation };
}

/** All lines that stand on a declaration. */
export function linesOn(sourceFile: ts.SourceFile, node: ts.Statement): Paragraph {
  const { remarks = [], documentation = [] } = methodComments(sourceFile, node);
  return [...documentation, ...remarks];
}

/** Comments in front of a node on lines of their own, and behind it on its last line. */
export function commentsAround(sourceFile: ts.SourceFile, node: ts.Node): readonly Comment[] {
  return [
    ...commentsBetween(sourceFile, beginOf(sourceFile, node), node.getStart(sourceFile)),
    ...commentsBehind(sourceFile, node),
  ];
}

/** The lines of comments. */
export function linesOf(comments: readonly Comment[]): Paragraph {
  return comments.flatMap(({ text }) => text.split('\n'));
}

function placed(sourceFile: ts.SourceFile): ModuleComments {
  const on = new Map<ts.Statement, Paragraph>();
  const alone = new Map<ts.Statement, readonly Paragraph[]>();
  const onImports: Paragraph[] = [];
  let atTop: readonly Paragraph[] = [];
  let pending: readonly Paragraph[] = [];
  for (const [index, node] of sourceFile.statements.entries()) {
    const above = commentsAbove(sourceFile, node);
    const own = linesOf([...above.own, ...commentsBehind(sourceFile, node)]);
    if (index === 0) atTop = above.alone.map(linesOf);
    else pending = [...pending, ...above.alone.map(linesOf)];
    if (own.length > 0) {
      if (ts.isImportDeclaration(node)) onImports.push(own);
      else on.set(node, own);
    }
    if (ts.isFunctionDeclaration(node)) {
      alone.set(node, pending);
      pending = [];
    }
  }
  const end = sourceFile.endOfFileToken;
  const last = commentsBetween(sourceFile, beginOf(sourceFile, end), end.end);
  const atEnd = [...pending, ...paragraphsOf(sourceFile, last).map(linesOf)];
  return { atTop, onImports, on, alone, atEnd };
}

/** The comments above a declaration, in front of its documentation or behind it. */
function commentsAbove(
  sourceFile: ts.SourceFile,
  node: ts.Statement,
): { readonly alone: readonly (readonly Comment[])[]; readonly own: readonly Comment[] } {
  const start = node.getStart(sourceFile);
  const paragraphs = paragraphsOf(sourceFile, commentsBetween(sourceFile, beginOf(sourceFile, node), start));
  const documentation = isOfFile(sourceFile, node) ? undefined : documentationComment(node);
  const begin = documentation?.pos ?? start;
  const isOwn = (paragraph: readonly Comment[]): boolean => {
    const end = paragraph.at(-1)?.end ?? start;
    return end > begin || (begin === start && !isParted(sourceFile, end, start));
  };
  return {
    alone: paragraphs.filter((paragraph) => !isOwn(paragraph)),
    own: paragraphs
      .filter(isOwn)
      .flat()
      .filter(({ pos }) => pos !== documentation?.pos),
  };
}

/** Whether the documentation above the first declaration, in front of a blank line, is the one of the file. */
function isOfFile(sourceFile: ts.SourceFile, node: ts.Statement): boolean {
  const documentation = node === sourceFile.statements[0] ? documentationComment(node) : undefined;
  return documentation !== undefined && isParted(sourceFile, documentation.end, node.getStart(sourceFile));
}

function paragraphsOf(
  sourceFile: ts.SourceFile,
  comments: readonly Comment[],
): readonly (readonly Comment[])[] {
  const paragraphs: Comment[][] = [];
  for (const comment of comments) {
    const paragraph = paragraphs.at(-1);
    const before = paragraph?.at(-1);
    if (paragraph === undefined || before === undefined || isParted(sourceFile, before.end, comment.pos)) {
      paragraphs.push([comment]);
    } else {
      paragraph.push(comment);
    }
  }
  return paragraphs;
}

/** Whether a blank line stands between two positions. */
function isParted({ text }: ts.SourceFile, end: number, start: number): boolean {
  return (text.slice(end, start).match(/\n/g) ?? []).length > 1;
}

/** Where the comments above a node begin: what stands on the last line of the one before belongs to that one. */
function beginOf(sourceFile: ts.SourceFile, { pos, end }: ts.Node): number {
  return pos === 0 ? 0 : Math.min(endOfLine(sourceFile, pos), end);
}

function commentsBehind(sourceFile: ts.SourceFile, node: ts.Node): readonly Comment[] {
  const comments = commentsBetween(sourceFile, node.end, endOfLine(sourceFile, node.end));
  return comments.filter(({ pos }) => /^[\s,]*$/.test(sourceFile.text.slice(node.end, pos)));
}

function endOfLine({ text }: ts.SourceFile, position: number): number {
  const end = text.indexOf('\n', position);
  return end === -1 ? text.length : end;
}
