/** Names of calls and definitions that are nearly, or exactly, those of the library. */
import { isGroup, isSymbol } from '../jenkinsfile/brackets';
import { isAccess, isStatementStart, statementEnd, type Call, type Scope } from '../jenkinsfile/calls';
import { useOf } from '../jenkinsfile/occurrences';
import type { Range } from '../jenkinsfile/tokens';
import type { Variables } from '../jenkinsfile/variables';
import type { GlobalVariableModel } from '../model/model';
import { performName } from '../model/parameters-class';
import type { FileFindings } from './findings';
import type { CheckedLibrary } from './library';
import { onlyNearName } from './nearest';

/** A call of what is neither ours, nor a Pipeline step, nor defined in the file, but nearly has a name of ours. */
export function checkMisspelt(
  { name, place }: Call,
  library: CheckedLibrary,
  variables: Variables,
  findings: FileFindings,
): void {
  const meant = library.nearestVariable(name);
  if (meant === undefined || variables.definitionsOf(name).length > 0) return;
  const safe = onlyNearName(name, library.names);
  findings.add('misspelt', place, `${name} is no step that is known; did you mean '${meant}'?`, {
    suggestion: meant,
    ...(safe !== undefined && { fix: { start: place.start, end: place.end, text: safe } }),
  });
}

/** What is done with the names of the library, other than calling them. */
export function checkUses(
  scope: Scope,
  library: CheckedLibrary,
  variables: Variables,
  findings: FileFindings,
): void {
  for (const [index, node] of scope.nodes.entries()) {
    const model = node.kind === 'name' ? library.variables.get(node.text) : undefined;
    if (model === undefined) continue;
    checkShadowing(scope, index, node, model.name, findings);
    checkBareName(scope, index, node, model.name, findings);
    checkLostArgument(scope, index, model, findings);
    if (variables.definitionsOf(model.name).length === 0)
      checkPerform(scope, index, node, model.name, findings);
  }
}

/** `def gigNotify(…)` in the file takes the place of the library's. */
function checkShadowing(
  scope: Scope,
  index: number,
  place: Range,
  name: string,
  findings: FileFindings,
): void {
  if (!isGroup(scope.nodes[index + 1], '(') && !isSymbol(scope.nodes[index + 1], '=')) return;
  const use = useOf(scope, index);
  if (use?.kind !== 'method' && use?.kind !== 'initialised') return;
  const what = use.kind === 'method' ? 'method' : 'variable';
  findings.add('shadowed', place, `this ${what} hides the variable ${name} of the library`, {
    remedy: `Give it another name, so that ${name} stays what the library says.`,
  });
}

/** A name alone is a statement that does nothing, and says nothing. */
function checkBareName(
  scope: Scope,
  index: number,
  place: Range,
  name: string,
  findings: FileFindings,
): void {
  const { nodes, open } = scope;
  const [before, after] = [nodes[index - 1], nodes[index + 1]];
  const begins = before === undefined || nodes[index]?.newlineBefore === true || isSymbol(before, ';');
  const ends = after === undefined || isSymbol(after, ';') || (after.newlineBefore && after.kind === 'name');
  if (open === '(' || open === '[' || !begins || !ends || !isStatementStart(scope, index)) return;
  findings.add('arguments', place, `${name} is named, but not called`, { remedy: `Write ${name}().` });
}

/** Without a comma at its end a line is the whole call, and an argument in the next one a label, which means nothing. */
function checkLostArgument(
  { nodes, open }: Scope,
  index: number,
  { name, parameters }: GlobalVariableModel,
  findings: FileFindings,
): void {
  if (open === '(' || open === '[' || nodes[index + 1]?.kind === 'group') return;
  const end = statementEnd(nodes, index + 1);
  const label = nodes[end];
  if (label?.kind !== 'name' || !isSymbol(nodes[end + 1], ':')) return;
  if (!parameters.some((parameter) => parameter.name === label.text)) return;
  findings.add('arguments', label, `${label.text} is no argument of ${name}: the line before ends the call`, {
    remedy: 'Write a comma at the end of that line.',
  });
}

/** `gigNotify.perform(…)`: so other global variables of the library call it, whose calls the compiler has checked. */
function checkPerform(
  { nodes }: Scope,
  index: number,
  { start }: Range,
  name: string,
  findings: FileFindings,
): void {
  const [access, method] = nodes.slice(index + 1, index + 3);
  if (isAccess(nodes[index - 1]) || !isAccess(access) || method === undefined) return;
  const written = method.kind === 'string' ? method.value : method.kind === 'name' ? method.text : undefined;
  if (written !== performName) return;
  const place = { start, end: method.end };
  findings.add('internal', place, `${name}.${performName} skips the check of the parameters`, {
    remedy: `It is for the other global variables of the library. Write ${name}(…).`,
  });
}
