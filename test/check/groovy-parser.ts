/** What Groovy's own parser and ours read in a Jenkinsfile, in one shape to compare. */
import { join } from 'node:path';
import { readArguments, type WrittenArgument } from '../../src/jenkinsfile/arguments';
import { callsIn, scopesOf, type Call } from '../../src/jenkinsfile/calls';
import { readSource } from '../../src/jenkinsfile';
import { Lines } from '../../src/jenkinsfile/lines';
import { isSymbol } from '../../src/jenkinsfile/brackets';
import { onlyNode, type Slice } from '../../src/jenkinsfile/slice';
import { withoutVariables } from '../../src/jenkinsfile/value';
import { readValue } from '../../src/jenkinsfile/values';
import { runGroovy } from '../support/groovy';

/** One call: its name, where that stands, what it passes. */
export interface ParsedCall {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly values: readonly unknown[];
}

/** What Groovy 2.4 makes of a text. */
export type Parsed = { readonly calls: readonly ParsedCall[] } | { readonly failure: string };

/** Parses texts with Groovy, in one JVM. */
export async function parseWithGroovy(texts: readonly string[]): Promise<readonly Parsed[]> {
  const program = join(__dirname, 'oracle.groovy');
  // Groovy is given characters, not bytes, so that nobody takes the byte order mark away.
  const results = await runGroovy(
    program,
    texts.map((text) => text.replace(/^\uFEFF/, '')),
  );
  return JSON.parse(results) as readonly Parsed[];
}

/** The calls that we read, in the order of their places. */
export function parseWithOurs(text: string): readonly ParsedCall[] {
  const { nodes } = readSource(text);
  const lines = new Lines(text);
  const calls = [...scopesOf(nodes, text.length)].flatMap((scope) => [...callsIn(scope)]);
  return inOrder(
    calls.map((call) => ({ name: call.name, ...lines.positionOf(call.place.start), values: valuesOf(call) })),
  );
}

/** By place; two calls never begin at the same one. */
export function inOrder(calls: readonly ParsedCall[]): readonly ParsedCall[] {
  return calls.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** As Groovy orders them: the named arguments are one map, which comes first. */
function valuesOf(call: Call): readonly unknown[] {
  const { list } = call.arguments();
  const named = list.filter(isEntry);
  const others = list.filter((argument) => !isEntry(argument)).map(shortArgument);
  return named.length === 0 ? others : [{ map: named.map(shortArgument) }, ...others];
}

function isEntry({ kind }: WrittenArgument): boolean {
  return kind === 'entry' || kind === 'spread map';
}

function shortArgument(argument: WrittenArgument): unknown {
  const value = short(argument.value);
  switch (argument.kind) {
    case 'entry':
      return [argument.key.name ?? '?', value];
    case 'spread map':
      return ['*', value];
    case 'spread list':
      return { spread: value };
    case 'value':
      return value;
  }
}

/** What is written, without what it comes to: `'a' + 'b'` is computed here. */
function short(slice: Slice): unknown {
  const node = onlyNode(slice);
  const sign = slice.nodes[slice.from];
  const isSigned = slice.to - slice.from === 2 && (isSymbol(sign, '-') || isSymbol(sign, '+'));
  if (node === undefined && !isSigned) return { computed: '' };
  if (node?.kind === 'group' && node.open !== '{') {
    const inside = { nodes: node.nodes, from: 0, to: node.nodes.length };
    if (node.open === '(') return short(inside);
    if (node.nodes.length === 1 && isSymbol(node.nodes[0], ':')) return { map: [] };
    const { list } = readArguments(inside, ']');
    return list.some(isEntry) ? { map: list.map(shortArgument) } : list.map(shortArgument);
  }
  const value = readValue(slice, withoutVariables());
  switch (value.kind) {
    case 'literal':
      return { literal: value.value };
    case 'variable':
      return { variable: value.name };
    case 'closure':
      return { closure: true };
    case 'computed':
      return { computed: value.type ?? '' };
    case 'list':
    case 'map':
      throw new Error('brackets were read before');
  }
}
