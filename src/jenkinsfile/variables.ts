/** What the names of a file stand for, as far as its text says so for certain. */
import { scopesOf, type Scope } from './calls';
import type { Source } from './index';
import { useOf, type Occurrence, type Use } from './occurrences';
import { readValue, type Entry, type Value } from './values';

type Initialised = Occurrence & { readonly use: Extract<Use, { kind: 'initialised' }> };

/** The variables and methods of one file. */
export class Variables {
  private readonly definitions = new Map<string, readonly Occurrence[]>();
  private occurrences: ReadonlyMap<string, readonly Occurrence[]> | undefined;

  /** @param readers names of methods that leave their arguments as they are */
  constructor(
    private readonly source: Source,
    private readonly readers: (name: string) => boolean,
  ) {}

  /** The places where the file itself defines a name. */
  definitionsOf(name: string): readonly Occurrence[] {
    const known = this.definitions.get(name);
    if (known !== undefined) return known;
    const found = this.of(name).filter(
      ({ use }) => use.kind === 'method' || use.kind === 'initialised' || use.kind === 'bound',
    );
    this.definitions.set(name, found);
    return found;
  }

  /** The value that a variable has at an offset; `undefined` when only a run can tell. */
  valueOf(name: string, offset: number): Value | undefined {
    const all = this.of(name);
    const definitions = this.definitionsOf(name);
    const [definition] = definitions;
    if (definition === undefined || definitions.length > 1 || !isInitialised(definition)) return undefined;
    if (definition.place.start > offset || !surrounds(definition.scope, offset)) return undefined;
    const value = readValue(definition.use.value, []);
    if (value.kind === 'literal' || value.kind === 'computed') return value;
    if (value.kind !== 'list' && value.kind !== 'map') return undefined;
    const isShared = all.some(({ use }) => use.kind === 'shared' && !this.leavesAsItIs(use.with));
    if (isShared) return undefined;
    return value.kind === 'map' ? withEntries(value, all) : hasEntries(all) ? undefined : value;
  }

  private leavesAsItIs(receiver: string | undefined): boolean {
    return receiver !== undefined && (receiver === '' || this.readers(receiver));
  }

  private of(name: string): readonly Occurrence[] {
    this.occurrences ??= occurrencesIn(this.source);
    return this.occurrences.get(name) ?? [];
  }
}

function occurrencesIn({ nodes, text }: Source): ReadonlyMap<string, readonly Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const scope of scopesOf(nodes, text.length)) {
    for (const [index, node] of scope.nodes.entries()) {
      if (node.kind !== 'name') continue;
      const use = useOf(scope, index);
      if (use === undefined) continue;
      const known = found.get(node.text);
      if (known === undefined) found.set(node.text, [{ place: node, scope, use }]);
      else known.push({ place: node, scope, use });
    }
  }
  return found;
}

function isInitialised(occurrence: Occurrence): occurrence is Initialised {
  return occurrence.use.kind === 'initialised';
}

function surrounds({ start, end }: Scope, offset: number): boolean {
  return start <= offset && offset < end;
}

function hasEntries(all: readonly Occurrence[]): boolean {
  return all.some(({ use }) => use.kind === 'entry');
}

/** A map with what is assigned to its keys later, which may or may not have happened. */
function withEntries(map: Extract<Value, { kind: 'map' }>, all: readonly Occurrence[]): Value {
  const entries = new Map<string | undefined, Entry>(map.entries.map((entry) => [entry.key.name, entry]));
  for (const { use, place } of all) {
    if (use.kind !== 'entry') continue;
    const earlier = entries.get(use.key);
    const value = readValue(use.value, []);
    const possible = earlier === undefined ? [value] : [earlier.value, value];
    const { start, end } = value;
    const key = earlier?.key ?? { name: use.key, start: place.start, end: place.end, content: place };
    entries.set(use.key, { key, value: { kind: 'computed', possible, start, end } });
  }
  return { ...map, entries: [...entries.values()] };
}
