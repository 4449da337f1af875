/**
 * The check that every call of a global variable passes, for the direct world and for Jenkinsfiles that are only read.
 * `src/runtime/Parameters.groovy` is its twin: both say the same about the same input, which a test compares; another
 * compares it with the JSON Schema.
 */
import { didYouMean, nearestName } from '../diagnostics/nearest-name';
import type { ParameterModel, TypeModel } from '../model/model';
import { isList, isMap, pathTo, type Argument, type ArgumentMap } from './arguments';
import {
  isPartlyKnown,
  isPartlyKnownMap,
  isRunTimeValue,
  type PartlyKnown,
  type RunTimeType,
} from './run-time-value';
import {
  rangeProblems,
  show,
  shown,
  stringProblems,
  type CallProblem,
  type Rule,
  type TypeOf,
} from './value-problems';

/** Something that will be wrong in a later version of the library. */
interface CallWarning {
  readonly path: string;
  readonly rule: 'deprecated';
  readonly message: string;
  /** The name of today, where a former one is given. */
  readonly nameOfToday?: string;
}

type Finding = CallProblem | CallWarning;

/** The value of a variable in the environment of Jenkins. */
type Environment = (variable: string) => string | undefined;

const NO_ENVIRONMENT: Environment = () => undefined;

/**
 * Everything that is wrong with a call, and what a later version of the library will not take any more, in the order of the definition.
 * @param value the normalised arguments
 * @param environment checked where the call leaves out what may stand there
 */
export function callFindings(
  parameters: readonly ParameterModel[],
  value: ArgumentMap | PartlyKnown<ArgumentMap>,
  environment: Environment = NO_ENVIRONMENT,
): readonly Finding[] {
  const isWhole = !isPartlyKnownMap(value);
  return [...groupFindings('', parameters, isWhole ? value : value.known, environment, isWhole)];
}

/** Whether a call fails for it. */
export function isProblem(finding: Finding): finding is CallProblem {
  return finding.rule !== 'deprecated';
}

/**
 * Declared parameters in their order, each with what it contains; then the unknown keys in the order given.
 * @param isWhole whether nothing else is in the map
 */
function* groupFindings(
  path: string,
  parameters: readonly ParameterModel[],
  value: ArgumentMap,
  environment: Environment,
  isWhole: boolean,
): Generator<Finding> {
  for (const parameter of parameters) {
    const [given, ...more] = namesOf(parameter).filter((name) => Object.hasOwn(value, name));
    if (given === undefined) {
      if (isWhole) yield* absenceFindings(pathTo(path, parameter.name), parameter, environment);
      continue;
    }
    for (const name of [given, ...more]) {
      yield* valueFindings(pathTo(path, name), parameter.type, value[name], environment);
    }
    for (const name of more) {
      const message = `means '${parameter.name}', which is given already`;
      yield { path: pathTo(path, name), rule: 'conflicts', message };
    }
    yield* ageFindings(pathTo(path, given), parameter, given);
    yield* relationFindings(path, parameters, parameter, value, isWhole);
  }
  const names = parameters.flatMap(namesOf);
  const known = parameters.map(({ name }) => name);
  for (const key of Object.keys(value)) {
    if (names.includes(key)) continue;
    const nearest = nearestName(key, known);
    const message = `is not a parameter${didYouMean(nearest)}`;
    yield { path: pathTo(path, key), rule: 'additionalProperties', message, known, nearest };
  }
}

/** Its name of today, then its former ones. */
export function namesOf({ name, formerly = [] }: ParameterModel): readonly string[] {
  return [name, ...formerly];
}

function* absenceFindings(
  path: string,
  parameter: ParameterModel,
  environment: Environment,
): Generator<Finding> {
  if (parameter.required) {
    yield { path, rule: 'required', message: `is required: ${asClause(parameter.summary)}` };
    return;
  }
  yield* inheritedFindings(path, parameter, environment);
}

/** What is wrong with what the environment gives in the place of a parameter, or of a part of it. */
function* inheritedFindings(
  path: string,
  parameter: ParameterModel,
  environment: Environment,
): Generator<Finding> {
  if (!mayBeInherited(parameter)) return;
  if (parameter.type.kind === 'group') {
    // It stands for its defaults, some of which the environment may give.
    for (const inner of parameter.type.parameters) {
      yield* inheritedFindings(pathTo(path, inner.name), inner, environment);
    }
  }
  const { environment: variable = '' } = parameter;
  const value = variable === '' ? undefined : environment(variable);
  if (value === undefined || value === '') return;
  for (const finding of valueFindings(path, parameter.type, value, environment)) {
    yield { ...finding, message: `${finding.message} (from ${variable} in the environment)` };
  }
}

const inheritance = new WeakMap<ParameterModel, boolean>();

/** Whether the environment may give a parameter or a part of it. Kept: each call asks it of all that it leaves out. */
function mayBeInherited(parameter: ParameterModel): boolean {
  const known = inheritance.get(parameter);
  if (known !== undefined) return known;
  const { environment: variable = '', type } = parameter;
  const result = variable !== '' || (type.kind === 'group' && type.parameters.some(mayBeInherited));
  inheritance.set(parameter, result);
  return result;
}

function* ageFindings(path: string, { name, deprecated }: ParameterModel, given: string): Generator<Finding> {
  if (given !== name) {
    yield { path, rule: 'deprecated', message: `is called '${name}' now`, nameOfToday: name };
  }
  if (deprecated !== undefined) yield { path, rule: 'deprecated', message: `is deprecated: ${deprecated}` };
}

/** What must, and what must not, be given beside a parameter that is. */
function* relationFindings(
  path: string,
  parameters: readonly ParameterModel[],
  { name, requires = [], conflicts = [] }: ParameterModel,
  value: ArgumentMap,
  isWhole: boolean,
): Generator<Finding> {
  const presentNames = (other: string): readonly string[] =>
    parameters
      .filter((parameter) => parameter.name === other)
      .flatMap(namesOf)
      .filter((each) => Object.hasOwn(value, each));
  const missing = isWhole ? requires.filter((each) => presentNames(each).length === 0) : [];
  for (const other of missing) {
    yield { path: pathTo(path, other), rule: 'required', message: `is required with '${name}'` };
  }
  for (const other of conflicts.flatMap(presentNames)) {
    yield { path: pathTo(path, other), rule: 'conflicts', message: `cannot be given with '${name}'` };
  }
}

function* valueFindings(
  path: string,
  type: TypeModel,
  given: Argument,
  environment: Environment,
): Generator<Finding> {
  if (isRunTimeValue(given) && (given.type === undefined || fits(type, given.type))) {
    for (const possible of given.possible)
      if (possible !== null && possible !== undefined)
        yield* valueFindings(path, type, possible, environment);
    return;
  }
  const isWhole = !isPartlyKnown(given);
  const value = isWhole ? given : given.known;
  const mismatch = (expectation: string, rule: Rule = 'type'): CallProblem => ({
    path,
    rule,
    message: `${expectation}: ${type.kind === 'string' ? shown(type, value) : show(value)}`,
    given,
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
        const nearest = typeof value === 'string' ? nearestName(value, type.values) : undefined;
        const choices = type.values.map((choice) => `'${choice}'`).join(', ');
        const message = `is not one of ${choices}: ${show(value)}${didYouMean(nearest)}`;
        yield { path, rule: 'enum', message, known: type.values, nearest, given };
      }
      return;
    case 'list':
      if (!isList(value)) yield mismatch('is not a list');
      else yield* listFindings(path, type, value, environment, isWhole);
      return;
    case 'group':
      if (isMap(value)) yield* groupFindings(path, type.parameters, value, environment, isWhole);
      else if (!type.canBeFalse) yield mismatch('is not a map');
      else if (value !== false) yield mismatch('is neither false nor a map', 'const');
      return;
    case 'record':
      if (!isMap(value)) yield mismatch('is not a map');
      else
        for (const [key, entry] of Object.entries(value))
          yield* valueFindings(pathTo(path, key), type.value, entry, environment);
      return;
    case 'closure':
      if (typeof value !== 'function') yield mismatch('is not a closure');
      return;
  }
}

function* listFindings(
  path: string,
  { element: type, minItems, uniqueItems }: TypeOf<'list'>,
  value: readonly Argument[],
  environment: Environment,
  isWhole: boolean,
): Generator<Finding> {
  if (isWhole && minItems !== undefined && value.length < minItems) {
    yield { path, rule: 'minItems', message: `has fewer than ${minItems} items` };
  }
  for (const [index, element] of value.entries())
    yield* valueFindings(`${path}[${index}]`, type, element, environment);
  if (uniqueItems !== true) return;
  // What has the wrong type is wrong already.
  const fitting = value.filter((element) => typeof element === typeNameOf(type));
  const seen = new Set<Argument>();
  const repeated = fitting.filter((element) => seen.size === seen.add(element).size);
  for (const element of new Set(repeated)) {
    yield { path, rule: 'uniqueItems', message: `repeats an item: ${show(element)}`, given: element };
  }
}

/** Whether a computed value of that type may be a good one. */
function fits(type: TypeModel, given: RunTimeType): boolean {
  switch (type.kind) {
    case 'string':
    case 'literals':
      return given === 'string';
    case 'integer':
    case 'number':
      return given === 'integer' || given === 'number';
    case 'boolean':
    case 'list':
      return given === type.kind;
    case 'group':
      return given === 'map' || (type.canBeFalse && given === 'boolean');
    case 'record':
      return given === 'map';
    case 'closure':
      return false;
  }
}

/** What JavaScript calls the values of a type. */
function typeNameOf({ kind }: TypeModel): string {
  if (kind === 'integer' || kind === 'number') return 'number';
  return kind === 'boolean' ? 'boolean' : 'string';
}

/** `Name of the ECR repository.` -> `name of the ECR repository`. */
function asClause(summary: string): string {
  return summary.slice(0, 1).toLowerCase() + summary.slice(1).replace(/\.$/, '');
}
