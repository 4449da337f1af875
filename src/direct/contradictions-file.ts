/**
 * What a global variable finds wrong with a call beyond its types, as JavaScript for `gig-ci check`. It is found by its
 * shape, the first such pair among the statements of the default function:
 *
 *     const problems = contradictions(given);
 *     if (problems.length > 0) {
 *       throw …
 *
 * where `given` is all that the function takes, and `contradictions` a pure function of `vars/shared/` that gives a list of
 * strings.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import type { Analysis } from '../compiler/analysis/analyse';
import { defaultFunctionOf } from '../compiler/analysis/resolve';
import type { Module } from '../compiler/load';
import { compileModule } from './compile-module';

interface Check {
  readonly name: string;
  readonly module: Module;
  readonly exported: string;
}

/** An object for each module: the same one as long as the module means the same. */
export type Meanings = ReadonlyMap<ts.SourceFile, object>;

/**
 * The text of the file, without a header; `undefined` where no global variable has such a function.
 * @param meanings of the modules: the code of one is kept for the next build
 */
export function contradictionsText(analysis: Analysis, meanings: Meanings): string | undefined {
  const checks = analysis.project.modules
    .flatMap((module) => checkOf(analysis, module))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  if (checks.length === 0) return undefined;
  const modules = new Map<string, string>();
  for (const { module } of checks) compileAll(analysis, meanings, module, modules);
  const texts = [...modules].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    'module.exports = {',
    '  checks: {',
    ...checks.map(
      ({ name, module, exported }) => `    ${name}: { file: '${module.file}', name: '${exported}' },`,
    ),
    '  },',
    '  modules: {',
    ...texts.map(([file, code]) => `    '${file}': function (exports, require, $gig) {\n${code}    },`),
    '  },',
    '};',
    '',
  ].join('\n');
}

function checkOf(analysis: Analysis, { kind, name, sourceFile }: Module): readonly Check[] {
  const declaration = kind === 'globalVariable' ? defaultFunctionOf(sourceFile) : undefined;
  const [parameter, ...others] = declaration?.parameters ?? [];
  if (parameter === undefined || others.length > 0 || !ts.isIdentifier(parameter.name)) return [];
  const given = parameter.name.text;
  const statements = declaration?.body?.statements ?? [];
  return statements
    .flatMap((statement, index) => {
      const call = callOf(statement, given, statements[index + 1]);
      const callee = call === undefined ? undefined : analysis.calleeOf(call);
      if (call === undefined || callee?.kind !== 'function' || callee.module.kind !== 'shared') return [];
      const exported = callee.declaration.name?.text;
      const isPure = analysis.colourOf(callee.declaration) === 'pure';
      if (exported === undefined || !isPure || !isListOfStrings(analysis, call)) return [];
      return [{ name, module: callee.module, exported }];
    })
    .slice(0, 1);
}

/** The call in `const problems = contradictions(given);` where `if (problems.length > 0) { throw … }` follows. */
function callOf(
  statement: ts.Statement,
  given: string,
  next: ts.Statement | undefined,
): ts.CallExpression | undefined {
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const [variable, ...others] = declarations;
  const call = variable?.initializer;
  if (variable === undefined || others.length > 0 || call === undefined || !ts.isCallExpression(call))
    return undefined;
  const [argument, ...more] = call.arguments;
  if (argument === undefined || more.length > 0 || !ts.isIdentifier(argument) || argument.text !== given)
    return undefined;
  return ts.isIdentifier(variable.name) && endsCall(next, variable.name.text) ? call : undefined;
}

/** `if (problems.length > 0) { throw … }` */
function endsCall(statement: ts.Statement | undefined, problems: string): boolean {
  if (statement === undefined || !ts.isIfStatement(statement)) return false;
  const { expression: condition, thenStatement } = statement;
  if (condition.getText() !== `${problems}.length > 0`) return false;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return last !== undefined && ts.isThrowStatement(last);
}

function isListOfStrings(analysis: Analysis, call: ts.CallExpression): boolean {
  const { checker } = analysis.project;
  const type = analysis.typeOf(call);
  const element = checker.isArrayType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
  return element !== undefined && (element.flags & ts.TypeFlags.StringLike) !== 0;
}

/** A module with all that it imports at run time. */
function compileAll(analysis: Analysis, meanings: Meanings, module: Module, done: Map<string, string>): void {
  if (done.has(module.file)) return;
  const code = codeOf(analysis, module, meanings.get(module.sourceFile) ?? module);
  done.set(module.file, code);
  for (const [, request = ''] of code.matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
    const file = `${posix.join(posix.dirname(module.file), request)}.ts`;
    const imported = analysis.project.modules.find((each) => each.file === file);
    if (imported !== undefined) compileAll(analysis, meanings, imported, done);
  }
}

const codes = new WeakMap<object, string>();

function codeOf(analysis: Analysis, module: Module, meaning: object): string {
  const known = codes.get(meaning);
  if (known !== undefined) return known;
  // A source map would be as long as the code, and nobody debugs this file.
  const code = compileModule(analysis, module).replace(/^\/\/# sourceMappingURL=.*\n?/m, '');
  codes.set(meaning, code);
  return code;
}
