/** Sources that are nested so deeply that TypeScript itself, which descends by recursion, would run out of stack. */
import ts from 'typescript';

/** Levels of the syntax tree. TypeScript fails from about 700 on, of calls in each other from about 400: they count twice. */
export const deepestNesting = 520;

/** A file that is not looked at any further. */
export interface TooDeep {
  /** The file as it stands, or an empty one of its name where not even that could be read. */
  readonly sourceFile: ts.SourceFile;
  /** Where the nesting begins that goes too deep. */
  readonly start: number;
}

/** Where a file begins to be nested too deeply: the statement at its top; `undefined` where none is. */
export function tooDeepStart(sourceFile: ts.SourceFile): number | undefined {
  // Each level takes a character at least, and few files have so many that could begin one.
  const candidates = sourceFile.text.match(/[([{?:!+\-*/%<>=&|`.,]|else/g) ?? [];
  if (candidates.length < deepestNesting) return undefined;
  return sourceFile.statements.find(isTooDeep)?.getStart(sourceFile);
}

/** By a list of what is still to be visited, not by recursion. */
function isTooDeep(statement: ts.Statement): boolean {
  const waiting: (readonly [node: ts.Node, depth: number])[] = [[statement, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    if (depth > deepestNesting) return true;
    const levels = ts.isCallExpression(node) ? 2 : 1;
    ts.forEachChild(node, (child) => void waiting.push([child, depth + levels]));
  }
  return false;
}
