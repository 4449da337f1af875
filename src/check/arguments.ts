/** From what a call is written with to what can be checked, and back from a problem to its place. */
import type { Range } from '../jenkinsfile/tokens';
import type { Entry, MapValue, Value } from '../jenkinsfile/value';
import type { Variables } from '../jenkinsfile/variables';
import { pathTo, type Argument, type ArgumentMap } from '../outputs/arguments';
import { partlyKnown, runTimeValue, type PartlyKnown } from '../outputs/run-time-value';

/** A problem of the reading itself. */
interface Placed {
  readonly path: string;
  readonly range: Range;
}

/** A value with its place. */
interface Given {
  readonly argument: Argument;
  readonly range: Range;
}

/** The arguments of a call, with the places of all their parts. */
export interface ReadArguments {
  readonly arguments: ArgumentMap | PartlyKnown<ArgumentMap>;
  /** Where the name of each argument stands, by path. */
  readonly keys: ReadonlyMap<string, Range>;
  readonly duplicates: readonly Placed[];
  readonly unchecked: readonly { readonly range: Range; readonly reason: string }[];
  /** Where the value of a path stands that was given; there may be several that are possible. */
  valueAt(path: string, given: Argument): Range | undefined;
  /** Where an item of a list stands for the second time. */
  repeated(path: string, item: Argument): Range | undefined;
}

/** Variables that mean each other. */
const DEEPEST = 20;

/** Reads the arguments of one call. */
export class ArgumentReader {
  private readonly keys = new Map<string, Range>();
  private readonly values = new Map<string, Given[]>();
  private readonly duplicates: Placed[] = [];
  private readonly unchecked: { range: Range; reason: string }[] = [];
  private depth = 0;

  constructor(
    private readonly name: string,
    private readonly variables: Variables,
  ) {}

  read(map: MapValue): ReadArguments {
    const { keys, values, duplicates, unchecked } = this;
    return {
      arguments: this.map(map, ''),
      keys,
      duplicates,
      unchecked,
      valueAt: (path, given) => placeOfValue(values.get(path) ?? [], given),
      repeated(path, item) {
        const items = [...values].filter(
          ([key]) => key.startsWith(`${path}[`) && !/[.[]/.test(key.slice(path.length + 1)),
        );
        const equal = items.flatMap(([, given]) => given).filter(({ argument }) => argument === item);
        return equal[1]?.range;
      },
    };
  }

  private map({ entries, isOpen, ...range }: MapValue, path: string): ArgumentMap | PartlyKnown<ArgumentMap> {
    const known: [string, Argument][] = [];
    const names = new Set<string>();
    for (const entry of entries) {
      const { name, content } = entry.key;
      if (name !== undefined && names.has(name))
        this.duplicates.push({ path: pathTo(path, name), range: content });
      names.add(name ?? '');
      const argument = this.entry(entry, path);
      if (argument !== undefined) known.push(argument);
    }
    if (!isOpen) return Object.fromEntries(known);
    this.skip(range, path, 'may have more in it');
    return partlyKnown(Object.fromEntries(known));
  }

  private entry({ key, value }: Entry, path: string): [string, Argument] | undefined {
    if (key.name === undefined) return undefined;
    const place = pathTo(path, key.name);
    this.keys.set(place, key.content);
    const argument = this.value(value, place);
    // Null means absent.
    return argument === null ? undefined : [key.name, argument];
  }

  private value(value: Value, path: string): Argument {
    const argument = this.argument(value, path);
    const given = { argument, range: value };
    const known = this.values.get(path);
    if (known === undefined) this.values.set(path, [given]);
    else known.push(given);
    return argument;
  }

  private argument(value: Value, path: string): Argument {
    switch (value.kind) {
      case 'literal':
        return value.value;
      case 'list': {
        const elements = value.elements.map((element, index) => this.value(element, `${path}[${index}]`));
        if (!value.isOpen) return elements;
        this.skip(value, path, 'may have more in it');
        return partlyKnown(elements);
      }
      case 'map':
        return this.map(value, path);
      case 'closure':
        return () => undefined;
      case 'variable': {
        const known = this.depth < DEEPEST ? this.variables.valueOf(value.name, value.start) : undefined;
        if (known !== undefined) return this.deeper(() => this.value(known, path));
        this.skip(value, path, `is the value of ${value.name}, which is known only at run time`);
        return runTimeValue();
      }
      case 'computed':
        if (!value.all) this.skip(value, path, 'is known only at run time');
        return runTimeValue(
          value.type,
          this.deeper(() => value.possible.map((each) => this.value(each, path))),
        );
    }
  }

  /** Several values may stand for one path there. */
  private deeper<Result>(read: () => Result): Result {
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  private skip({ start, end }: Range, path: string, reason: string): void {
    this.unchecked.push({
      range: { start, end },
      reason: `${path === '' ? this.name : `${this.name}: ${path}`} ${reason}`,
    });
  }
}

function placeOfValue(values: readonly Given[], given: Argument): Range | undefined {
  return (values.find(({ argument }) => argument === given) ?? values[0])?.range;
}
