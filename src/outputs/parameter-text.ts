/** Parameters as people read them: their types, defaults and history, in words. */
import type { DefaultValue, ParameterModel, TypeModel } from '../model/model';

/** What became of a parameter, and what goes with it. */
export function history({
  formerly,
  deprecated,
  since,
  requires,
  conflicts,
}: ParameterModel): readonly string[] {
  return [
    ...(deprecated === undefined ? [] : [`deprecated: ${deprecated.replace(/\.$/, '')}`]),
    ...(formerly === undefined ? [] : [`formerly ${formerly.join(', ')}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(requires === undefined ? [] : [`only with ${requires.join(', ')}`]),
    ...(conflicts === undefined ? [] : [`not with ${conflicts.join(', ')}`]),
  ];
}

/** Whether a call must give a parameter, and what holds when it does not. */
export function necessity({ required, defaultValue, environment }: ParameterModel): string {
  if (required) return 'required';
  if (environment !== undefined) return `from ${environment} by default`;
  const isEmptyGroup = typeof defaultValue === 'object' && Object.keys(defaultValue).length === 0;
  if (defaultValue === undefined || (isEmptyGroup && !Array.isArray(defaultValue))) return 'optional';
  return `default ${groovyText(defaultValue)}`;
}

/** How a pattern stands in the text. */
type AsCode = (text: string) => string;

/** What a value of the type may be: `list of strings with at least 1 item`. */
export function typeText(type: TypeModel, asCode: AsCode = (text) => text): string {
  switch (type.kind) {
    case 'string':
      return ['string', ...stringFacts(type, asCode)].join(' ');
    case 'integer':
      return ['whole number', ...rangeFacts(type)].join(' ');
    case 'number':
      return ['number', ...rangeFacts(type)].join(' ');
    case 'boolean':
      return 'true or false';
    case 'literals':
      return alternatives(type.values);
    case 'list':
      return ['list of', elementText(type.element, asCode), ...listFacts(type)].join(' ');
    case 'group':
      return type.canBeFalse ? 'map, or false' : 'map';
    case 'record':
      return `map with free names and ${elementText(type.value, asCode)}`;
    case 'closure':
      return 'closure';
  }
}

/** The type of several values. */
function elementText(type: TypeModel, asCode: AsCode): string {
  switch (type.kind) {
    case 'string':
      return ['strings', ...stringFacts(type, asCode)].join(' ');
    case 'integer':
      return ['whole numbers', ...rangeFacts(type)].join(' ');
    case 'number':
      return ['numbers', ...rangeFacts(type)].join(' ');
    case 'list':
      return `lists of ${elementText(type.element, asCode)}`;
    case 'group':
    case 'record':
      return 'maps';
    case 'closure':
      return 'closures';
    case 'boolean':
    case 'literals':
      return typeText(type, asCode);
  }
}

type TypeOf<Kind extends TypeModel['kind']> = Extract<TypeModel, { kind: Kind }>;

function stringFacts({ pattern, minLength, maxLength }: TypeOf<'string'>, asCode: AsCode): readonly string[] {
  return [
    ...(pattern === undefined ? [] : [`matching ${asCode(pattern)}`]),
    ...(minLength === undefined ? [] : [`of at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`of at most ${maxLength} characters`]),
  ];
}

function rangeFacts({ minimum, maximum }: TypeOf<'integer' | 'number'>): readonly string[] {
  if (minimum !== undefined && maximum !== undefined) return [`from ${minimum} to ${maximum}`];
  if (minimum !== undefined) return [`of at least ${minimum}`];
  return maximum === undefined ? [] : [`of at most ${maximum}`];
}

function listFacts({ minItems, uniqueItems }: TypeOf<'list'>): readonly string[] {
  return [
    ...(minItems === undefined ? [] : [`with at least ${minItems} ${minItems === 1 ? 'item' : 'items'}`]),
    ...(uniqueItems === true ? ['without repetition'] : []),
  ];
}

/** `'a', 'b' or 'c'` */
function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter((part) => part !== '').join(' or ');
}

/** A default as a Jenkinsfile would give it. */
export function groovyText(value: DefaultValue): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(groovyText).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${groovyText(entry)}`);
  return entries.length === 0 ? '[:]' : `[${entries.join(', ')}]`;
}

function isList(value: object): value is readonly DefaultValue[] {
  return Array.isArray(value);
}

/** The group that a type is, or holds, and how its path goes on: `stages[]`, `registries.*`. */
export function groupIn(
  type: TypeModel,
  path: string,
): { readonly path: string; readonly parameters: readonly ParameterModel[] } | undefined {
  if (type.kind === 'group') return { path, parameters: type.parameters };
  if (type.kind === 'list') return groupIn(type.element, `${path}[]`);
  return type.kind === 'record' ? groupIn(type.value, `${path}.*`) : undefined;
}
