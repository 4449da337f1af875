/**
 * What a global variable finds wrong with a call beyond its types, before its first step, as JavaScript for `gig-ci check`.
 * It is found by its shape, which says the same to a reader:
 *
 *     const problems = contradictions(given);
 *     if (problems.length > 0) {
 *       throw …
 *
 * where `given` is all that the function takes, and `contradictions` a pure function of `vars/shared/` that gives lines.
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

/** The text of the file, without a header; `undefined` where no global variable has such a function. */
export function contradictionsText(analysis: Analysis): string | undefined {
  const checks = analysis.project.modules
    .flatMap((module) => checkOf(analysis, module))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  if (checks.length === 0) return undefined;
  const modules = new Map<string, string>();
  for (const { module } of checks) compileAll(analysis, module, modules);
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
  return statements.flatMap((statement, index) => {
    const variable = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0]
      : undefined;
    const call = variable?.initializer;
    const next = statements[index + 1];
    if (call === undefined || !ts.isCallExpression(call) || next === undefined || !endsCall(next)) return [];
    const [argument, ...more] = call.arguments;
    if (argument === undefined || more.length > 0 || !ts.isIdentifier(argument)) return [];
    const callee = analysis.calleeOf(call);
    if (argument.text !== given || callee.kind !== 'function' || callee.module.kind !== 'shared') return [];
    const exported = callee.declaration.name?.text;
    return exported === undefined ? [] : [{ name, module: callee.module, exported }];
  });
}

/** `if (…) { throw … }` */
function endsCall(statement: ts.Statement): boolean {
  if (!ts.isIfStatement(statement)) return false;
  const { thenStatement } = statement;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  return last !== undefined && ts.isThrowStatement(last);
}

/** A module with all that it imports at run time. */
function compileAll(analysis: Analysis, module: Module, done: Map<string, string>): void {
  if (done.has(module.file)) return;
  // A source map would be as long as the code, and nobody debugs this file.
  const code = compileModule(analysis, module).replace(/^\/\/# sourceMappingURL=.*\n?/m, '');
  done.set(module.file, code);
  for (const [, request = ''] of code.matchAll(/\brequire\("(\.[^"]+)"\)/g)) {
    const file = `${posix.join(posix.dirname(module.file), request)}.ts`;
    const imported = analysis.project.modules.find((each) => each.file === file);
    if (imported !== undefined) compileAll(analysis, imported, done);
  }
}
