/**
 * Which branches of the compiler the programs take: V8 counts, and the branches are those of the syntax. Left out is, with
 * all that is in it, a branch that does nothing but make a diagnostic or throw an internal error, and the value that stands
 * in for what a diagnostic has refused: the programs are sound.
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

/**
 * Counts while something runs; only what is loaded meanwhile is counted whole.
 * @param folders the files to count, compiled; reading a line map is no part of compiling
 */
export async function countBranches<Result>(
  folders: readonly string[],
  run: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly branches: readonly Branch[] }> {
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
  const result = await run();
  const coverage = (await post('Profiler.takePreciseCoverage')) as Profiler.TakePreciseCoverageReturnType;
  session.disconnect();
  const branches = coverage.result
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url, functions }) => ({ file: fileURLToPath(url), functions }))
    .filter(({ file }) => folders.some((folder) => file.startsWith(folder)) && !/line-maps?\.js$/.test(file))
    .flatMap(({ file, functions }) => branchesOf(file, functions));
  return { result, branches };
}

function branchesOf(file: string, functions: readonly Profiler.FunctionCoverage[]): readonly Branch[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const ranges = functions
    .flatMap((each) => each.ranges)
    .sort((left, right) => right.endOffset - right.startOffset - (left.endOffset - left.startOffset));
  const countAt = (position: number): number =>
    ranges.filter(({ startOffset, endOffset }) => startOffset <= position && position < endOffset).at(-1)
      ?.count ?? 0;
  const branches: Branch[] = [];
  const diagnostics = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (isOfTypeScript(node, source)) return;
    for (const branch of branchNodes(node)) {
      const start = branch.getStart(source);
      if (isDiagnostic(branch, source)) {
        diagnostics.add(branch);
        continue;
      }
      branches.push({
        file: relative(process.cwd(), file),
        line: source.getLineAndCharacterOfPosition(start).line + 1,
        text: branch.getText(source).replace(/\s+/g, ' ').slice(0, 100),
        taken: countAt(start) > 0,
      });
    }
    ts.forEachChild(node, (child) => {
      if (!diagnostics.has(child)) visit(child);
    });
  };
  visit(source);
  return branches;
}

/** What runs or not at a node. */
function branchNodes(node: ts.Node): readonly ts.Node[] {
  if (ts.isIfStatement(node))
    return [node.thenStatement, ...(node.elseStatement === undefined ? [] : [node.elseStatement])];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isCaseOrDefaultClause(node)) return node.statements.slice(0, 1);
  if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && ts.isBlock(node.body))
    return [node.body];
  const isLogical =
    ts.isBinaryExpression(node) &&
    [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ].includes(node.operatorToken.kind);
  return isLogical ? [node.right] : [];
}

/** What TypeScript puts in front of a module: helpers, and getters for what it exports again. */
function isOfTypeScript(node: ts.Node, source: ts.SourceFile): boolean {
  return (
    (ts.isVariableStatement(node) || ts.isExpressionStatement(node)) &&
    /^(var __|Object\.defineProperty\(exports)/.test(node.getText(source))
  );
}

/** Whether the branch comes to a diagnostic or an internal error whatever happens in it, or stands in for a refused value. */
function isDiagnostic(branch: ts.Node, source: ts.SourceFile): boolean {
  if (ts.isBlock(branch)) return branch.statements.some((statement) => isDiagnostic(statement, source));
  if (ts.isThrowStatement(branch)) return true;
  if (ts.isReturnStatement(branch) || ts.isExpressionStatement(branch))
    return branch.expression !== undefined && refuses(branch.expression, source);
  return refuses(branch, source) || standsIn.test(branch.getText(source));
}

/** `context.refuse(…)`, `context.report(…)`, `diagnostics.push(…)`, `problems.…(…)`, `{ kind: 'refusal', … }` */
function refuses(node: ts.Node, source: ts.SourceFile): boolean {
  const text = node.getText(source);
  return ts.isCallExpression(node)
    ? /(^|\.|\s)(refuse|report|(diagnostics|excesses)\.push|problems\.\w+)\)?$/.test(
        node.expression.getText(source),
      )
    : ts.isObjectLiteralExpression(node) && text.startsWith("{ kind: 'refusal'");
}

/** The absent value: what an expression has when a diagnostic has taken its place. */
const standsIn = /nullLiteral\)?\(\)$|^undefined$|^''$|^\[\]$/;
