/** Comments that switch the checker off. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Report } from '../analysis/report';

/** Reports `@ts-ignore` and its like: the compiler needs real types. */
export function checkComments(sourceFile: ts.SourceFile, report: Report): void {
  const { text } = sourceFile;
  for (const match of text.matchAll(/\/[/*]+\s*(@ts-(?:ignore|expect-error|nocheck))/g)) {
    if (!isInComment(sourceFile, match.index)) continue;
    report({ pos: match.index, end: match.index + match[0].length }, problems.noSuppression(match[1] ?? ''));
  }
}

/** The position is not inside a token, e.g. a string. */
function isInComment(sourceFile: ts.SourceFile, position: number): boolean {
  let inToken = false;
  const visit = (node: ts.Node): void => {
    if (position < node.getStart(sourceFile) || position >= node.end) return;
    if (ts.isToken(node) || ts.isTemplateLiteralToken(node) || ts.isStringLiteral(node)) inToken = true;
    else ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return !inToken;
}
