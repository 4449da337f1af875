/** Which shared libraries a Jenkinsfile loads: `@Library`, the step `library`, the directive `libraries`. */
import { isGroup, isName, isSymbol, type Group, type Node } from './brackets';
import type { Call, Scope } from './calls';
import { splitAtCommas } from './slice';
import type { Range, SyntaxProblem } from './tokens';
import { withoutVariables, type Value } from './value';
import { readValue } from './values';

/** A library that is loaded. */
export interface LibraryReference extends Range {
  /** Missing where it is computed. */
  readonly name?: string;
  /** Missing where none is named: Jenkins takes the default one. */
  readonly version?: string;
  /** Whether the version is there, and known only at run time. */
  readonly isVersionComputed: boolean;
}

/** The annotations of a scope, and those that annotate nothing, which is no Groovy. */
export function annotationsIn({ nodes }: Scope): {
  readonly references: readonly LibraryReference[];
  readonly problems: readonly SyntaxProblem[];
} {
  const references: LibraryReference[] = [];
  const problems: SyntaxProblem[] = [];
  for (const [index, node] of nodes.entries()) {
    const group = nodes[index + 2];
    if (!isSymbol(node, '@') || !isName(nodes[index + 1], 'Library') || !isGroup(group, '(')) continue;
    references.push(...referencesOf(annotationValue(group)));
    if (annotatesNothing(nodes, index + 3)) {
      const reason = '@Library annotates nothing';
      problems.push({ start: node.start, end: group.end, reason, remedy: 'Write an underscore behind it.' });
    }
  }
  return { references, problems };
}

/** The library that a call loads. */
export function libraryOfCall({ name, arguments: read }: Call, scope: Scope): readonly LibraryReference[] {
  if (name !== 'library' && !(name === 'lib' && isInLibraries(scope))) return [];
  for (const argument of read().list) {
    const isIdentifier = argument.kind === 'entry' && argument.key.name === 'identifier';
    if (argument.kind === 'value' || isIdentifier)
      return referencesOf(readValue(argument.value, withoutVariables()));
  }
  return [];
}

function isInLibraries({ parent }: Scope): boolean {
  return parent !== undefined && isName(parent.scope.nodes[parent.index - 1], 'libraries');
}

/** `('a@v')`, `(['a@v', 'b'])`, `(value = …, changelog = false)` */
function annotationValue({ nodes }: Group): Value {
  const [part] = splitAtCommas({ nodes, from: 0, to: nodes.length }).filter(
    ({ from }) => !isSymbol(nodes[from + 1], '=') || isName(nodes[from], 'value'),
  );
  const { from = 0, to = 0 } = part ?? {};
  const isNamed = isSymbol(nodes[from + 1], '=');
  return readValue({ nodes, from: isNamed ? from + 2 : from, to }, withoutVariables());
}

function referencesOf(value: Value): readonly LibraryReference[] {
  if (value.kind === 'list') return value.elements.flatMap(referencesOf);
  const { start, end } = value;
  if (value.kind !== 'literal' || typeof value.value !== 'string')
    return [{ isVersionComputed: true, start, end }];
  const at = value.value.indexOf('@');
  if (at === -1) return [{ name: value.value, isVersionComputed: false, start, end }];
  const [name, version] = [value.value.slice(0, at), value.value.slice(at + 1)];
  return [{ name, ...(version !== '' && { version }), isVersionComputed: false, start, end }];
}

/** Behind the annotation stands what it annotates: `_`, an import, a declaration. A call is none. */
function annotatesNothing(nodes: readonly Node[], index: number): boolean {
  const [next, after] = [nodes[index], nodes[index + 1]];
  if (next === undefined) return true;
  if (next.kind !== 'name' || next.text === '_') return false;
  const isCall = after?.kind === 'group' && after.open !== '[';
  return isCall || after?.kind === 'string' || (after?.kind === 'name' && isSymbol(nodes[index + 2], ':'));
}
