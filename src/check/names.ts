/** Names of calls and definitions that are nearly, or exactly, those of the library. */
import { isGroup, isSymbol } from '../jenkinsfile/brackets';
import type { Call, Scope } from '../jenkinsfile/calls';
import { useOf } from '../jenkinsfile/occurrences';
import type { Variables } from '../jenkinsfile/variables';
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

/** `def gigNotify(…)` in the file takes the place of the library's. */
export function checkShadowing(scope: Scope, library: CheckedLibrary, findings: FileFindings): void {
  for (const [index, node] of scope.nodes.entries()) {
    if (node.kind !== 'name' || !library.variables.has(node.text)) continue;
    if (!isGroup(scope.nodes[index + 1], '(') && !isSymbol(scope.nodes[index + 1], '=')) continue;
    const use = useOf(scope, index);
    if (use?.kind !== 'method' && use?.kind !== 'initialised') continue;
    const what = use.kind === 'method' ? 'method' : 'variable';
    findings.add('shadowed', node, `this ${what} hides the variable ${node.text} of the library`, {
      remedy: `Give it another name, so that ${node.text} stays what the library says.`,
    });
  }
}
