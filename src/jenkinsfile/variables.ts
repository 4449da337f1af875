/** What the names of a file stand for, as far as its text says so for certain. */
import { scopesOf, type Scope } from './calls';
import type { Source } from './index';
import { useOf, type Occurrence, type Use } from './occurrences';
import type { NameToken } from './tokens';
import { rangeOf } from './slice';
import { oneOf, type Entry, type Reading, type Value } from './value';
import { readValue } from './values';

type Initialised = Occurrence & { readonly use: Extract<Use, { kind: 'initialised' }> };

/** The variables and methods of one file. */
export class Variables {
  private readonly definitions = new Map<string, readonly Occurrence[]>();
  private readonly occurrences = new Map<string, readonly Occurrence[]>();
  private readonly values = new Map<string, Value | undefined>();
  private places: ReadonlyMap<string, readonly Place[]> | undefined;

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
    const [definition, another] = this.definitionsOf(name);
    if (definition === undefined || another !== undefined || !isInitialised(definition)) return undefined;
    const { use, scope } = definition;
    if (rangeOf(use.value).end > offset || !surrounds(scope, offset)) return undefined;
    if (!this.values.has(name)) this.values.set(name, this.initialValue(name, definition));
    return this.values.get(name);
  }

  private initialValue(name: string, { use }: Initialised): Value | undefined {
    const value = readValue(use.value, this.reading());
    if (value.kind === 'literal') return value;
    if (value.kind === 'closure' || value.kind === 'variable') return undefined;
    const all = this.of(name);
    const isShared = all.some(({ use: other }) => other.kind === 'shared' && !this.leavesAsItIs(other.with));
    if (isShared && isChangeable(value)) return undefined;
    if (value.kind === 'map') return this.withEntries(value, all);
    return isChangeable(value) && hasEntries(all) ? undefined : value;
  }

  /** A reading of values that knows these variables. */
  reading(): Reading {
    return { problems: [], valueOf: (name, offset) => this.valueOf(name, offset) };
  }

  /** A map with what is assigned to its keys later, which may or may not have happened. */
  private withEntries(map: Extract<Value, { kind: 'map' }>, all: readonly Occurrence[]): Value {
    const later = new Map<string, Entry>();
    for (const { use, place } of all) {
      if (use.kind !== 'entry') continue;
      const known = later.get(use.key) ?? map.entries.findLast(({ key }) => key.name === use.key);
      const value = readValue(use.value, this.reading());
      const possible = known === undefined ? [value] : [known.value, value];
      const key = known?.key ?? { name: use.key, start: place.start, end: place.end, content: place };
      later.set(use.key, { key, value: oneOf(value, possible) });
    }
    const kept = map.entries.filter(({ key }) => key.name === undefined || !later.has(key.name));
    return { ...map, entries: [...kept, ...later.values()] };
  }

  private leavesAsItIs(receiver: string | undefined): boolean {
    return receiver !== undefined && (receiver === '' || this.readers(receiver));
  }

  private of(name: string): readonly Occurrence[] {
    const known = this.occurrences.get(name);
    if (known !== undefined) return known;
    this.places ??= placesOfNames(this.source);
    const found = (this.places.get(name) ?? []).flatMap(({ scope, index, place }) => {
      const use = useOf(scope, index);
      return use === undefined ? [] : [{ place, scope, use }];
    });
    this.occurrences.set(name, found);
    return found;
  }
}

/** Where a name stands, whatever it means there. */
interface Place {
  readonly place: NameToken;
  readonly scope: Scope;
  readonly index: number;
}

function placesOfNames({ nodes, text }: Source): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const scope of scopesOf(nodes, text.length)) {
    for (const [index, node] of scope.nodes.entries()) {
      if (node.kind !== 'name') continue;
      const known = found.get(node.text);
      if (known === undefined) found.set(node.text, [{ place: node, scope, index }]);
      else known.push({ place: node, scope, index });
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

/** Whether somebody else can change it, or what it may be. */
function isChangeable(value: Value): boolean {
  if (value.kind === 'computed') return value.possible.some(isChangeable);
  return value.kind !== 'literal';
}

function hasEntries(all: readonly Occurrence[]): boolean {
  return all.some(({ use }) => use.kind === 'entry');
}
