/**
 * Which branches of the compiler the programs take: V8 counts, and the branches are those of the syntax. What only makes a
 * diagnostic is left out, because the programs are sound.
 */
import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import ts from 'typescript';

/** A branch of a file, in the JavaScript that runs. */
export interface Branch {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly taken: boolean;
}

/** Counts while something runs. @param folders the files to count, compiled; reading a line map is no part of compiling */
export async function branchesTaken(run: () => void, folders: readonly string[]): Promise<readonly Branch[]> {
  const session = new Session();
  session.connect();
  const post = (method: string, parameters = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      session.post(method, parameters, (failure, result) => {
        if (failure === null) resolve(result);
        else reject(failure);
      });
    });
  await post('Profiler.enable');
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  run();
  const { result } = (await post('Profiler.takePreciseCoverage')) as Profiler.TakePreciseCoverageReturnType;
  session.disconnect();
  return result
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url, functions }) => ({ file: fileURLToPath(url), functions }))
    .filter(({ file }) => folders.some((folder) => file.startsWith(folder)) && !file.endsWith('line-map.js'))
    .flatMap(({ file, functions }) => branchesOf(file, functions));
}

function branchesOf(file: string, functions: readonly Profiler.FunctionCoverage[]): readonly Branch[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const ranges = functions
    .flatMap((each) => each.ranges)
    .sort((left, right) => right.endOffset - right.startOffset - (left.endOffset - left.startOffset));
  const countAt = (position: number): number =>
    ranges.filter(({ startOffset, endOffset }) => startOffset <= position && position < endOffset).at(-1)?.count ?? 0;
  const branches: Branch[] = [];
  const visit = (node: ts.Node): void => {
    // What TypeScript puts in front of a module.
    if (ts.isVariableStatement(node) && node.getText(source).startsWith('var __')) return;
    for (const branch of branchNodes(node)) {
      const start = branch.getStart(source);
      if (isDiagnostic(branch.getText(source))) continue;
      branches.push({
        file: relative(process.cwd(), file),
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        text: branch.getText(source).replace(/\s+/g, ' ').slice(0, 100),
        taken: countAt(start) > 0,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return branches;
}

/** What runs or not at a node. */
function branchNodes(node: ts.Node): readonly ts.Node[] {
  if (ts.isIfStatement(node)) return [node.thenStatement, ...(node.elseStatement === undefined ? [] : [node.elseStatement])];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isCaseOrDefaultClause(node)) return node.statements.slice(0, 1);
  if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body)) return [node.body];
  const isLogical =
    ts.isBinaryExpression(node) &&
    [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken].includes(
      node.operatorToken.kind,
    );
  return isLogical ? [node.right] : [];
}

/** The branch refuses something, or stands in for what a diagnostic has refused. */
function isDiagnostic(text: string): boolean {
  return /\.refuse\(|\.report\(|problems\b|throw new |new Unportable|refuse\)?\(|nullLiteral\)?\(\)|^undefined$|^''$|^\[\]$/.test(text);
}
