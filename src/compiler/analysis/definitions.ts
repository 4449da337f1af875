/** Names of modules and functions, imports between modules, and the colour of shared helpers. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { keywords } from '../../groovy';
import { catalogue } from '../../jenkins';
import type { Module, Project } from '../load';
import { sharedClassName } from './names';
import type { Analysis } from './analyse';
import type { Report } from './report';
import { exportOf } from './resolve';

/** Globals that every Jenkinsfile has. */
const globals = ['env', 'params', 'currentBuild', 'scm', 'steps', 'pipeline', 'docker', 'library'];

/** Methods that a script or every object of Groovy has: a method of that name would be called in their place. */
const inherited = (
  'call perform run main print println printf sprintf sleep find findAll each every any collect inject grep split sum use ' +
  'with tap identity is dump inspect evaluate getProperty setProperty invokeMethod getMetaClass setMetaClass getBinding ' +
  'setBinding getClass hashCode equals toString wait notify notifyAll clone finalize'
).split(' ');

/** Classes that generated code names: those of gig-ci's runtime and of the language. */
export const takenClasses: readonly string[] = (
  'Decimals DryRun EffectiveParameters Flow Json Lists Maps NearestName Numbers ParameterGroups ParameterValues Parameters Patterns Sets Shell ' +
  'Text Values String List Map Closure Object Exception Throwable FlowInterruptedException NonCPS'
).split(' ');

/** Reports names that Jenkins or Groovy would understand otherwise, cycles, and shared helpers that are not pure. */
export function checkDefinitions(analysis: Analysis, module: Module, report: Report): void {
  if (module.kind === 'globalVariable') checkGlobalVariable(module, report);
  else checkSharedName(module, report);
  checkNearlyEqual(analysis.project, module, report);
  for (const statement of module.sourceFile.statements) {
    if (ts.isFunctionDeclaration(statement)) checkFunction(analysis, module, statement, report);
  }
  checkCycle(analysis.project, module, report);
}

function checkGlobalVariable({ name, sourceFile }: Module, report: Report): void {
  const place = sourceFile.statements[0] ?? sourceFile;
  const isCalled = sourceFile.statements.some(
    (statement) =>
      // Other forms of export are refused on their own.
      ts.isExportAssignment(statement) ||
      ts.isExportDeclaration(statement) ||
      (ts.isFunctionDeclaration(statement) && exportOf(statement) !== 'none'),
  );
  if (!isCalled) report(place, problems.emptyGlobalVariable(name));
  const isFree = !keywords.has(name) && !globals.includes(name) && !isOfTheCatalogue(name);
  if (isFree && /^[a-z][A-Za-z0-9]*$/.test(name)) return;
  report(place, problems.globalVariableName(name));
}

/** Reports a file whose name another one has in other letters; the one that comes first stays. */
function checkNearlyEqual({ modules }: Project, module: Module, report: Report): void {
  const other = modules.find(
    ({ file }) => file < module.file && file.toLowerCase() === module.file.toLowerCase(),
  );
  if (other !== undefined)
    report(
      module.sourceFile.statements[0] ?? module.sourceFile,
      problems.nearlyEqualFiles(module.file, other.file),
    );
}

function checkSharedName({ name, sourceFile }: Module, report: Report): void {
  const className = sharedClassName(name);
  // `GigPushParameters` describes the parameters of gigPush.
  const isFree = !takenClasses.includes(className) && !className.endsWith('Parameters');
  if (isFree && /^[a-z][A-Za-z0-9]*$/.test(name)) return;
  report(sourceFile.statements[0] ?? sourceFile, problems.sharedName(name, className));
}

function checkFunction(
  analysis: Analysis,
  module: Module,
  node: ts.FunctionDeclaration,
  report: Report,
): void {
  const exported = exportOf(node);
  if (node.name === undefined) {
    report(node, problems.noDefaultName());
    return;
  }
  const { text } = node.name;
  if (exported !== 'default' && isTakenMethodName(text)) {
    report(node.name, problems.exportedName(text));
  }
  if (module.kind !== 'shared') return;
  if (exported === 'default') report(node.name, problems.sharedDefaultExport());
  if (analysis.colourOf(node) === 'pipeline') {
    report(node.name, problems.stepInSharedModule(analysis.reasonText(node)));
  }
}

/** Whether a method of that name would be another one's: of a script, of every object, or a step. */
export function isTakenMethodName(name: string): boolean {
  return inherited.includes(name) || keywords.has(name) || isOfTheCatalogue(name);
}

/** Steps and describables: a method of that name in the same file would be called in their place. */
function isOfTheCatalogue(name: string): boolean {
  return catalogue.some((entry) => entry.name === name);
}

/** Reports a cycle of value imports once, at the import of the module of it that comes first. */
function checkCycle(project: Project, start: Module, report: Report): void {
  const seen = new Set<Module>();
  const find = (module: Module, path: readonly Import[]): readonly Import[] | undefined => {
    for (const imported of importsOf(project, module)) {
      if (imported.module === start) return [...path, imported];
      if (seen.has(imported.module)) continue;
      seen.add(imported.module);
      const found = find(imported.module, [...path, imported]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const cycle = find(start, []);
  const [first] = cycle ?? [];
  if (cycle === undefined || first === undefined) return;
  if (cycle.some(({ module }) => module.file < start.file)) return;
  report(
    first.node,
    problems.importCycle([start, ...cycle.map(({ module }) => module)].map(({ name }) => name).join(' → ')),
  );
}

/** An import of a value, and the module that it names. */
interface Import {
  readonly node: ts.ImportDeclaration;
  readonly module: Module;
}

function importsOf({ checker, modules }: Project, { sourceFile }: Module): readonly Import[] {
  return sourceFile.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) {
      return [];
    }
    const target = checker.getSymbolAtLocation(node.moduleSpecifier)?.valueDeclaration;
    const module = modules.find((each) => each.sourceFile === target);
    return module === undefined ? [] : [{ node, module }];
  });
}
