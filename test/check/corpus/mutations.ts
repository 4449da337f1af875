/** Makes small mistakes in good Jenkinsfiles, one in each, as people make them. */
import type { CheckedFile } from '../../../src/check';
import type { CheckedLibrary } from '../../../src/check/library';
import type { RuleName } from '../../../src/check/rules';
import { callsIn, scopesOf, type Call } from '../../../src/jenkinsfile/calls';
import { readSource } from '../../../src/jenkinsfile';
import type { Range } from '../../../src/jenkinsfile/tokens';
import type { Entry, MapValue, Value } from '../../../src/jenkinsfile/value';
import { mapOf, readValue } from '../../../src/jenkinsfile/values';
import { Variables } from '../../../src/jenkinsfile/variables';
import type { ParameterModel, TypeModel } from '../../../src/model/model';
import { callChanges, libraryChanges } from './forgotten';
import { misspellings } from './misspellings';

/** A Jenkinsfile with one mistake. */
export interface Mutant extends CheckedFile {
  /** What was done, and to what. */
  readonly kind: string;
  readonly detail: string;
  /** The rules of which one must speak. */
  readonly rules: readonly RuleName[];
  /** What must be suggested. */
  readonly meant?: string;
}

/** A mistake: what stands there instead. */
export type Change = Omit<Mutant, 'path' | 'text'> & Range & { readonly by: string };

/** All mutants of a file. */
export function mutantsOf({ path, text }: CheckedFile, library: CheckedLibrary): readonly Mutant[] {
  return changesOf(text, library).map(({ start, end, by, ...mutant }) => ({
    path,
    text: text.slice(0, start) + by + text.slice(end),
    ...mutant,
  }));
}

function changesOf(text: string, library: CheckedLibrary): readonly Change[] {
  const source = readSource(text);
  const variables = new Variables(source, (name) => library.variables.has(name) || name === 'echo');
  const calls = [...scopesOf(source.nodes, text.length)]
    .flatMap((scope) => [...callsIn(scope)])
    .filter(({ name }) => library.variables.has(name) && variables.definitionsOf(name).length === 0);
  const ofCalls = calls.flatMap((call) => {
    const map = passedMap(call, variables);
    const parameters = library.variables.get(call.name)?.parameters ?? [];
    return [
      ...namesOf(call, library, variables),
      ...(map === undefined ? [] : groupChanges(map, parameters, text, call.name)),
      ...callChanges(call, text),
    ];
  });
  return [...ofCalls, ...libraryChanges(text)];
}

function passedMap(call: Call, variables: Variables): MapValue | undefined {
  const { list } = call.arguments();
  const [first] = list;
  if (first?.kind !== 'value') return mapOf(list, call, variables.reading());
  const value = readValue(first.value, variables.reading());
  const known = value.kind === 'variable' ? variables.valueOf(value.name, value.start) : value;
  return known?.kind === 'map' ? known : undefined;
}

function namesOf({ name, place }: Call, library: CheckedLibrary, variables: Variables): readonly Change[] {
  const wrong = misspellings(name, place.start, library.names);
  return wrong
    .filter((by) => variables.definitionsOf(by).length === 0)
    .map((by) => ({
      ...placeOf(place),
      by,
      kind: 'name of a variable',
      detail: `${name} -> ${by}`,
      rules: ['misspelt'],
      meant: name,
    }));
}

/** What can be wrong with a map of known parameters, and with what is in it. */
function groupChanges(
  map: MapValue,
  parameters: readonly ParameterModel[],
  text: string,
  path: string,
): readonly Change[] {
  const names = parameters.map(({ name }) => name);
  return map.entries.flatMap((entry) => {
    const parameter = parameters.find(({ name }) => name === entry.key.name);
    // Null means absent, whatever the name.
    if (
      parameter === undefined ||
      isNull(entry.value) ||
      text.slice(entry.key.content.start, entry.key.content.end) !== parameter.name
    )
      return [];
    const place = `${path}.${parameter.name}`;
    const misspelt = misspellings(parameter.name, entry.key.start, names).map((by): Change => ({
      ...placeOf(entry.key.content),
      by,
      kind: 'name of an argument',
      detail: `${place} -> ${by}`,
      rules: ['additionalProperties'],
      meant: parameter.name,
    }));
    const isDirect = map.start <= entry.key.start && entry.value.end <= map.end;
    return [
      ...misspelt,
      ...(isDirect ? entryChanges(entry, parameter, map, text, place) : []),
      ...valueChanges(entry.value, parameter.type, text, place),
    ];
  });
}

/** An entry that is there twice, or not at all. */
function entryChanges(
  { key, value }: Entry,
  { required }: ParameterModel,
  map: MapValue,
  text: string,
  path: string,
): readonly Change[] {
  const written = text.slice(key.start, value.end);
  const twice: Change = {
    start: key.start,
    end: key.start,
    by: `${written}, `,
    kind: 'argument twice',
    detail: path,
    rules: ['duplicate'],
  };
  const stray: Change = {
    start: key.start,
    end: key.start,
    by: 'somethingElse: 1, ',
    kind: 'unknown argument',
    detail: path,
    rules: ['additionalProperties'],
  };
  const behind = /^\s*,/.exec(text.slice(value.end))?.[0].length ?? 0;
  const isMissing = required && !map.isOpen && (behind > 0 || map.entries.length === 1);
  const missing: Change = {
    start: key.start,
    end: value.end + behind,
    by: '',
    kind: 'missing argument',
    detail: path,
    rules: ['required', 'syntax', 'arguments'],
  };
  // The brackets around a value belong to it.
  const isWhole = written.split('(').length === written.split(')').length;
  return [...(isWhole ? [twice] : []), stray, ...(isMissing && map.entries.length > 1 ? [missing] : [])];
}

function valueChanges(value: Value, type: TypeModel, text: string, path: string): readonly Change[] {
  if (value.kind === 'computed')
    return value.possible.flatMap((each) => valueChanges(each, type, text, path));
  const changes: Change[] = [];
  const replace = (by: string, kind: string, rules: readonly RuleName[], meant?: string): void => {
    changes.push({
      ...placeOf(value),
      by,
      kind,
      detail: `${path}: ${by}`,
      rules,
      ...(meant !== undefined && { meant }),
    });
  };
  if (value.kind === 'variable' || value.kind === 'closure' || isNull(value)) return [];
  // Another value becomes a string, too.
  if (/^\s*as\b/.test(text.slice(value.end))) return [];
  const [wrong, rules] = WRONG_TYPES[type.kind];
  replace(wrong, 'wrong type', rules);
  if (value.kind === 'literal') changes.push(...literalChanges(value, type, text, path));
  if (type.kind === 'integer' || type.kind === 'number') {
    if (type.minimum !== undefined) replace(String(type.minimum - 1), 'number too small', ['minimum']);
    if (type.maximum !== undefined) replace(String(type.maximum + 1), 'number too large', ['maximum']);
  }
  if (type.kind === 'string' && type.pattern !== undefined)
    replace("'% not this %'", 'text of another form', ['pattern']);
  if (type.kind === 'group' && value.kind === 'map')
    changes.push(...groupChanges(value, type.parameters, text, path));
  if (type.kind === 'list' && value.kind === 'list') changes.push(...listChanges(value, type, text, path));
  return changes;
}

const WRONG_TYPES: { readonly [kind in TypeModel['kind']]: readonly [string, readonly RuleName[]] } = {
  string: ['7', ['type']],
  literals: ['7', ['enum']],
  integer: ["'seven'", ['type']],
  number: ["'seven'", ['type']],
  boolean: ["'maybe'", ['type']],
  list: ['[a: 1]', ['type']],
  group: ['[1]', ['type', 'const']],
  record: ['true', ['type']],
  closure: ['7', ['type']],
};

function literalChanges(value: Value, type: TypeModel, text: string, path: string): readonly Change[] {
  if (value.kind !== 'literal' || typeof value.value !== 'string') return [];
  const written = text.slice(value.start, value.end);
  const quote = written.charAt(0);
  const isPlain = written === `${quote}${value.value}${quote}` && /['"]/.test(quote);
  if (!isPlain) return [];
  const { value: known } = value;
  const open: Change = {
    start: value.end - 1,
    end: value.end,
    by: '',
    kind: 'string without an end',
    detail: path,
    rules: ['syntax'],
  };
  if (type.kind !== 'literals') return [open];
  const misspelt = misspellings(known, value.start, type.values).map((by): Change => ({
    start: value.start + 1,
    end: value.end - 1,
    by,
    kind: 'value of a choice',
    detail: `${path}: ${known} -> ${by}`,
    rules: ['enum'],
    meant: known,
  }));
  return [open, ...misspelt];
}

function listChanges(
  list: Extract<Value, { kind: 'list' }>,
  type: Extract<TypeModel, { kind: 'list' }>,
  text: string,
  path: string,
): readonly Change[] {
  const [first] = list.elements;
  const changes = list.elements.flatMap((element, index) =>
    valueChanges(element, type.element, text, `${path}[${index}]`),
  );
  if (first?.kind === 'literal' && type.uniqueItems === true) {
    const again = `${text.slice(first.start, first.end)}, `;
    changes.push({
      start: first.start,
      end: first.start,
      by: again,
      kind: 'item twice',
      detail: path,
      rules: ['uniqueItems'],
    });
  }
  if (type.minItems !== undefined && !list.isOpen && text.charAt(list.start) === '[')
    changes.push({ ...placeOf(list), by: '[]', kind: 'empty list', detail: path, rules: ['minItems'] });
  return changes;
}

function isNull(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

function placeOf({ start, end }: Range): Range {
  return { start, end };
}
