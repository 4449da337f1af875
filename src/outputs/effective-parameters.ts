/**
 * What applies in a call of a global variable and where it came from, as lines for the log: one line a parameter or group, then
 * the names of what nobody set. The twin is `src/runtime/EffectiveParameters.groovy`: both give the same text for the same call.
 */
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { isList, isMap, pathTo, type Argument, type ArgumentMap } from './arguments';

/** Texts are cut there: whole files, such as the YAML of a pod, are nothing for a table. */
const LONGEST_TEXT = 120;

/** A table while it is made. */
interface Table {
  readonly environment: (variable: string) => string | undefined;
  /** Names of what nobody set. */
  readonly unset: string[];
  /** What stands in the line of the parameter that is read. */
  readonly cells: string[];
}

/**
 * The table of a call that has passed the check. Credentials appear by their id, and a secret never.
 * @param given the normalised arguments under their names of today
 * @param environment value of a variable of the environment of Jenkins
 */
export function effectiveParameters(
  { name, parameters }: Pick<GlobalVariableModel, 'name' | 'parameters'>,
  given: ArgumentMap,
  environment: Table['environment'],
): string {
  const unset: string[] = [];
  const rows = parameters.flatMap((parameter) => {
    const cells: string[] = [];
    read({ environment, unset, cells }, '', parameter.name, parameter, given);
    return cells.length === 0 ? [] : [{ title: parameter.name, cells }];
  });
  if (unset.length > 0) rows.push({ title: 'not set', cells: unset });
  const width = Math.max(0, ...rows.map(({ title }) => title.length + 2));
  return [
    `Parameters of ${name}, with the origin of what is not the default:`,
    ...rows.map(({ title, cells }) => `  ${title.padEnd(width)}${cells.join(', ')}`),
  ].join('\n');
}

/**
 * Adds what applies of a parameter.
 * @param path below the parameter that the line is for; `whole` begins with that one
 * @param beside what the call gives beside it
 */
function read(
  table: Table,
  path: string,
  whole: string,
  parameter: ParameterModel,
  beside: ArgumentMap,
): void {
  const { name, type, defaultValue, environment: variable } = parameter;
  const given = beside[name];
  const add = (text: string): void => void table.cells.push(path === '' ? text : `${path}: ${text}`);
  if (type.kind === 'group') {
    const value: Argument = given ?? defaultValue ?? {};
    if (isMap(value)) {
      for (const inner of type.parameters)
        read(table, pathTo(path, inner.name), `${whole}.${inner.name}`, inner, value);
    } else {
      add(given === undefined ? 'off' : 'off [call]');
    }
    return;
  }
  if (given !== undefined) {
    add(`${textOf(type, given)} [call]`);
    return;
  }
  const inherited = variable === undefined ? undefined : table.environment(variable);
  if (inherited !== undefined && inherited !== '') {
    add(`${textOf(type, inherited)} [${variable}]`);
  } else if (defaultValue === undefined) {
    table.unset.push(whole);
  } else if (applies(parameter, beside)) {
    add(textOf(type, defaultValue));
  }
}

/** What only goes with another parameter that is missing has no effect. */
function applies({ requires = [] }: ParameterModel, beside: ArgumentMap): boolean {
  return requires.every((other) => beside[other] !== undefined);
}

/** A value as a Jenkinsfile would give it: of a secret nothing, of an address no login. */
function textOf(type: TypeModel, value: Argument): string {
  if (type.kind === 'string' && type.secret === true) return '(not shown)';
  if (typeof value === 'function') return '{ … }';
  if (typeof value === 'string') return quoted(value);
  if (isList(value)) {
    const element = type.kind === 'list' ? type.element : type;
    return `[${value.map((each) => textOf(element, each)).join(', ')}]`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isMap(value)) return 'null';
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${textOf(typeIn(type, key), entry)}`);
  return entries.length === 0 ? '[:]' : `[${entries.join(', ')}]`;
}

/** The type of an entry of a map that has passed the check. */
function typeIn(type: TypeModel, key: string): TypeModel {
  if (type.kind === 'record') return type.value;
  const parameter = type.kind === 'group' ? type.parameters.find(({ name }) => name === key) : undefined;
  return parameter?.type ?? type;
}

function quoted(value: string): string {
  const line = value
    .replaceAll(/\/\/[^/@]*@/g, '//')
    .replaceAll('\r', '')
    .replaceAll('\n', '\\n');
  return line.length > LONGEST_TEXT ? `'${line.slice(0, LONGEST_TEXT)}…'` : `'${line}'`;
}
