/**
 * `vars/<name>.txt`: what Jenkins shows under "Global Variable Reference". Jenkins prints it as plain text or, when an
 * administrator chose so, as Safe HTML, which runs all lines together: the text has no tags, and every line of prose is
 * a sentence of its own.
 */
import type { DefaultValue, GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { generatedFrom } from './header';

/** The help of a global variable. */
export function helpText(model: GlobalVariableModel): string {
  const parameters = [...parameterLines(model.parameters, '')];
  const parts = [
    [sentence(model.summary)],
    ...model.examples.map((example) => ['Example:', '', ...indented(example)]),
    ...(parameters.length === 0 ? [['It takes no parameters.']] : [['Parameters:', '', ...parameters]]),
    ...(model.returns === undefined ? [] : [[sentence(`Returns ${model.returns}`)]]),
    [generatedFrom(model.source)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line a parameter, a group before what is in it: `- trivy.severity (list of strings, default ['HIGH']): …` */
function* parameterLines(parameters: readonly ParameterModel[], path: string): Generator<string> {
  for (const parameter of parameters) {
    const { name, summary, type, required, defaultValue, environment } = parameter;
    const place = `${path}${name}`;
    const facts = [
      typeText(type),
      environment === undefined ? necessity(required, defaultValue) : `from ${environment} by default`,
      ...history(parameter),
    ];
    yield `- ${place} (${facts.join(', ')}): ${sentence(summary)}`;
    yield* nestedLines(type, place);
  }
}

/** What became of a parameter, and what goes with it. */
function history({ formerly, deprecated, since, requires, conflicts }: ParameterModel): readonly string[] {
  return [
    ...(deprecated === undefined ? [] : [`deprecated: ${deprecated.replace(/\.$/, '')}`]),
    ...(formerly === undefined ? [] : [`formerly ${formerly.join(', ')}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(requires === undefined ? [] : [`only with ${requires.join(', ')}`]),
    ...(conflicts === undefined ? [] : [`not with ${conflicts.join(', ')}`]),
  ];
}

function nestedLines(type: TypeModel, path: string): Iterable<string> {
  switch (type.kind) {
    case 'group':
      return parameterLines(type.parameters, `${path}.`);
    case 'list':
      return nestedLines(type.element, `${path}[]`);
    case 'record':
      return nestedLines(type.value, `${path}.*`);
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'literals':
    case 'closure':
      return [];
  }
}

function necessity(required: boolean, defaultValue: DefaultValue | undefined): string {
  if (required) return 'required';
  const isEmptyGroup = typeof defaultValue === 'object' && Object.keys(defaultValue).length === 0;
  if (defaultValue === undefined || (isEmptyGroup && !Array.isArray(defaultValue))) return 'optional';
  return `default ${groovyText(defaultValue)}`;
}

function typeText(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
      return ['string', ...stringFacts(type)].join(' ');
    case 'integer':
      return ['whole number', ...rangeFacts(type)].join(' ');
    case 'number':
      return ['number', ...rangeFacts(type)].join(' ');
    case 'boolean':
      return 'true or false';
    case 'literals':
      return alternatives(type.values);
    case 'list':
      return ['list of', elementText(type.element), ...listFacts(type)].join(' ');
    case 'group':
      return type.canBeFalse ? 'map, or false' : 'map';
    case 'record':
      return `map with free names and ${elementText(type.value)}`;
    case 'closure':
      return 'closure';
  }
}

/** The type of several values. */
function elementText(type: TypeModel): string {
  switch (type.kind) {
    case 'string':
      return ['strings', ...stringFacts(type)].join(' ');
    case 'integer':
      return ['whole numbers', ...rangeFacts(type)].join(' ');
    case 'number':
      return ['numbers', ...rangeFacts(type)].join(' ');
    case 'list':
      return `lists of ${elementText(type.element)}`;
    case 'group':
    case 'record':
      return 'maps';
    case 'closure':
      return 'closures';
    case 'boolean':
    case 'literals':
      return typeText(type);
  }
}

type TypeOf<Kind extends TypeModel['kind']> = Extract<TypeModel, { kind: Kind }>;

function stringFacts({ pattern, minLength, maxLength }: TypeOf<'string'>): readonly string[] {
  return [
    ...(pattern === undefined ? [] : [`matching ${pattern}`]),
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
function groovyText(value: DefaultValue): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(groovyText).join(', ')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${groovyText(entry)}`);
  return entries.length === 0 ? '[:]' : `[${entries.join(', ')}]`;
}

function isList(value: object): value is readonly DefaultValue[] {
  return Array.isArray(value);
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
}

/** Ends with a full stop, and has nothing that Safe HTML takes for a tag: `<name>` becomes `‹name›`. */
function sentence(text: string): string {
  const safe = text.replace(/<([^<>]*)>/g, '‹$1›').replace(/<(?=\S)/g, '< ');
  return /[.!?:]$/.test(safe) ? safe : `${safe}.`;
}
