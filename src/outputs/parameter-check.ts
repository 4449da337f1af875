/**
 * The check that every call of a global variable passes, for the direct world. `src/runtime/Parameters.groovy` is its twin: both
 * give the same text for the same input, which a test compares.
 */
import { suggestion } from '../diagnostics/nearest-name';
import type { ParameterModel, TypeModel } from '../model/model';

/** What a Jenkinsfile can hand over, after {@link normalise}. */
export type Argument =
  null | undefined | boolean | number | string | readonly Argument[] | { readonly [key: string]: Argument };

type ArgumentMap = { readonly [key: string]: Argument };

/** Deep copy in which maps have no null values: null means absent, so that defaults apply as in TypeScript. */
export function normalise(value: ArgumentMap): ArgumentMap;
export function normalise(value: Argument): Argument;
export function normalise(value: Argument): Argument {
  if (isList(value)) return value.map((element) => normalise(element));
  if (!isMap(value)) return value ?? null;
  const present = Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined);
  return Object.fromEntries(present.map(([key, entry]) => [key, normalise(entry)]));
}

/**
 * Everything that is wrong with a call, as one text; `''` when nothing is.
 * @param value the normalised arguments
 */
export function problems(name: string, parameters: readonly ParameterModel[], value: ArgumentMap): string {
  const found = callProblems(parameters, value);
  if (found.length === 0) return '';
  const width = Math.max(24, ...found.map(({ path }) => path.length + 2));
  const lines = found.map(({ path, message }) => `  ${path.padEnd(width)}${message}`);
  return [`${name}: ${found.length === 1 ? '1 problem' : `${found.length} problems`}`, ...lines].join('\n');
}

/** Which rule of a definition is broken, by the keyword that JSON Schema has for it; `const` where only `false` or a map fits. */
export type Rule =
  | 'additionalProperties'
  | 'const'
  | 'enum'
  | 'maxLength'
  | 'maximum'
  | 'minItems'
  | 'minLength'
  | 'minimum'
  | 'pattern'
  | 'required'
  | 'type'
  | 'uniqueItems';

/** One thing that is wrong with a call. */
export interface CallProblem {
  /** `trivy.severity`, `apps[1]`. */
  readonly path: string;
  readonly rule: Rule;
  readonly message: string;
}

/**
 * Everything that is wrong with a call, in the order of the definition.
 * @param value the normalised arguments
 */
export function callProblems(
  parameters: readonly ParameterModel[],
  value: ArgumentMap,
): readonly CallProblem[] {
  return [...groupProblems('', parameters, value)];
}

/** Declared parameters in their order, each with what it contains; then the unknown keys in the order given. */
function* groupProblems(
  path: string,
  parameters: readonly ParameterModel[],
  value: ArgumentMap,
): Generator<CallProblem> {
  for (const parameter of parameters) {
    const given = Object.hasOwn(value, parameter.name) ? value[parameter.name] : undefined;
    const place = join(path, parameter.name);
    if (given !== undefined) yield* valueProblems(place, parameter.type, given);
    else if (parameter.required)
      yield { path: place, rule: 'required', message: `is required: ${asClause(parameter.summary)}` };
  }
  const names = parameters.map(({ name }) => name);
  for (const key of Object.keys(value)) {
    if (names.includes(key)) continue;
    yield {
      path: join(path, key),
      rule: 'additionalProperties',
      message: `is not a parameter${suggestion(key, names)}`,
    };
  }
}

function* valueProblems(path: string, type: TypeModel, value: Argument): Generator<CallProblem> {
  const mismatch = (expectation: string, rule: Rule = 'type'): CallProblem => ({
    path,
    rule,
    message: `${expectation}: ${show(value)}`,
  });
  switch (type.kind) {
    case 'string':
      if (typeof value !== 'string') yield mismatch('is not a string');
      else yield* stringProblems(path, type, value);
      return;
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value)) yield mismatch('is not a whole number');
      else yield* rangeProblems(path, type, value);
      return;
    case 'number':
      if (typeof value !== 'number') yield mismatch('is not a number');
      else yield* rangeProblems(path, type, value);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') yield mismatch('is not true or false');
      return;
    case 'literals':
      if (typeof value !== 'string' || !type.values.includes(value)) {
        const nearest = typeof value === 'string' ? suggestion(value, type.values) : '';
        const choices = type.values.map((choice) => `'${choice}'`).join(', ');
        yield { path, rule: 'enum', message: `is not one of ${choices}: ${show(value)}${nearest}` };
      }
      return;
    case 'list':
      if (!isList(value)) yield mismatch('is not a list');
      else yield* listProblems(path, type, value);
      return;
    case 'group':
      if (isMap(value)) yield* groupProblems(path, type.parameters, value);
      else if (!type.canBeFalse) yield mismatch('is not a map');
      else if (value !== false) yield mismatch('is neither false nor a map', 'const');
      return;
    case 'record':
      if (!isMap(value)) yield mismatch('is not a map');
      else
        for (const [key, entry] of Object.entries(value))
          yield* valueProblems(join(path, key), type.value, entry);
      return;
  }
}

type TypeOf<Kind extends TypeModel['kind']> = Extract<TypeModel, { kind: Kind }>;

function* stringProblems(path: string, type: TypeOf<'string'>, value: string): Generator<CallProblem> {
  if (type.pattern !== undefined && !new RegExp(type.pattern, 'u').test(value)) {
    yield { path, rule: 'pattern', message: `does not match ${type.pattern}: ${show(value)}` };
  }
  if (type.minLength !== undefined && value.length < type.minLength) {
    yield {
      path,
      rule: 'minLength',
      message: `is shorter than ${type.minLength} characters: ${show(value)}`,
    };
  }
  if (type.maxLength !== undefined && value.length > type.maxLength) {
    yield { path, rule: 'maxLength', message: `is longer than ${type.maxLength} characters` };
  }
}

function* rangeProblems(
  path: string,
  type: TypeOf<'integer' | 'number'>,
  value: number,
): Generator<CallProblem> {
  if (type.minimum !== undefined && value < type.minimum) {
    yield { path, rule: 'minimum', message: `is less than ${type.minimum}: ${show(value)}` };
  }
  if (type.maximum !== undefined && value > type.maximum) {
    yield { path, rule: 'maximum', message: `is more than ${type.maximum}: ${show(value)}` };
  }
}

function* listProblems(
  path: string,
  type: TypeOf<'list'>,
  value: readonly Argument[],
): Generator<CallProblem> {
  if (type.minItems !== undefined && value.length < type.minItems) {
    yield { path, rule: 'minItems', message: `has fewer than ${type.minItems} items` };
  }
  for (const [index, element] of value.entries())
    yield* valueProblems(`${path}[${index}]`, type.element, element);
  if (type.uniqueItems !== true) return;
  const repeated = value.filter((element, index) => isScalar(element) && value.indexOf(element) < index);
  for (const element of new Set(repeated))
    yield { path, rule: 'uniqueItems', message: `repeats an item: ${show(element)}` };
}

/** A value as a problem shows it. */
function show(value: Argument): string {
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value !== 'string') return String(value);
  return value.length > 60 ? `'${value.slice(0, 60)}…'` : `'${value}'`;
}

/** `Name of the ECR repository.` -> `name of the ECR repository`. */
function asClause(summary: string): string {
  return summary.slice(0, 1).toLowerCase() + summary.slice(1).replace(/\.$/, '');
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isList(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

function isMap(value: Argument): value is ArgumentMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: Argument): boolean {
  return typeof value !== 'object' || value === null;
}
