/** The check of named arguments against the parameters and types that the catalogue declares. */
import { suggestion } from '../diagnostics/nearest-name';
import { describables } from '../jenkins';
import type { ParameterType, StepParameter } from '../jenkins/steps/step';
import type { Value } from './program';
import { isBody, isList, isMap, isSymbol, type ValueMap } from './values';

/** What is wrong with named values, if anything; `path` stands before the names of a nested group. */
export function parametersProblem(
  parameters: readonly StepParameter[],
  values: ValueMap,
  path: string,
): string | undefined {
  for (const key of Object.keys(values)) {
    const parameter = parameters.find((candidate) => candidate.name === key);
    if (parameter === undefined) {
      const names = parameters.map((candidate) => candidate.name);
      return `has no argument '${path}${key}'${suggestion(key, names)}`;
    }
    const value = values[key];
    // Jenkins passes null on as if an optional argument were absent.
    if (value === undefined || (value === null && !parameter.required)) continue;
    const problem = typeProblem(parameter.type, value, path + key);
    if (problem !== undefined) return problem;
  }
  for (const { name, required } of parameters) {
    if (required && values[name] === undefined) return `needs argument '${path}${name}'`;
  }
  return undefined;
}

/** What is wrong with a value, if anything, as the rest of a sentence that begins with the step. */
function typeProblem(type: ParameterType, value: Value, path: string): string | undefined {
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' ? undefined : mismatch(path, 'a string', value);
    case 'integer':
      return Number.isInteger(value) ? undefined : mismatch(path, 'an integer', value);
    case 'number':
      return typeof value === 'number' ? undefined : mismatch(path, 'a number', value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : mismatch(path, 'true or false', value);
    case 'literals':
      return typeof value === 'string' && type.values.includes(value)
        ? undefined
        : mismatch(path, `one of ${type.values.join(', ')}`, value);
    case 'list':
      return isList(value) ? elementsProblem(type.element, value, path) : mismatch(path, 'a list', value);
    case 'group':
      return isMap(value) && !isSymbol(value) && !isBody(value)
        ? parametersProblem(type.parameters, value, `${path}.`)
        : mismatch(path, 'a map', value);
    case 'describable':
      return describableProblem(type.names, value, path);
  }
}

function elementsProblem(type: ParameterType, list: readonly Value[], path: string): string | undefined {
  for (const [index, element] of list.entries()) {
    const problem = typeProblem(type, element, `${path}[${index}]`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function describableProblem(names: readonly string[], value: Value, path: string): string | undefined {
  if (!isSymbol(value) || !names.includes(value.$symbol)) {
    return mismatch(path, `made by ${names.join(', ')}`, value);
  }
  const definition = describables.get(value.$symbol);
  // A global such as `scm` is no describable and has no arguments of its own.
  if (definition === undefined) return undefined;
  const values: ValueMap = Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$symbol'));
  return parametersProblem(definition.parameters, values, `${path}.${value.$symbol}.`);
}

function mismatch(path: string, expected: string, value: Value): string {
  return `wants ${expected} as argument '${path}', not ${shown(value)}`;
}

/** `undefined`: an absent value that a driver has let through, in a list perhaps. */
function shown(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (isBody(value)) return 'a closure';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
