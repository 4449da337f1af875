/** Reads a scenario file. */
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { suggestion } from '../diagnostics/nearest-name';
import { ScenarioError, type ScenarioProblem } from './scenario-error';
import type { Scenario } from './scenario';
import { scenarioSchema } from './schemas';

let validator: ValidateFunction<Scenario> | undefined;

/**
 * Reads the JSON text of a scenario and checks it against `scenario.schema.json`.
 * @param file name for the messages
 * @throws ScenarioError with all problems at once
 */
export function readScenario(text: string, file: string): Scenario {
  const data = parsed(text, file);
  validator ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<Scenario>(
    scenarioSchema,
  );
  if (validator(data)) return data;
  const problems = (validator.errors ?? []).filter(isCause).map(problemOf);
  throw new ScenarioError(file, problems);
}

function parsed(text: string, file: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return data;
  } catch (error) {
    const { reason, place } = syntaxProblem(error instanceof Error ? error.message : String(error), text);
    throw new ScenarioError(`${file}${place}`, [
      { path: '', message: `is not JSON: ${reason}`, remedy: 'Correct it there.' },
    ]);
  }
}

/** Node says where by counting characters, if it says so; the end of the text it names. */
function syntaxProblem(message: string, text: string): { readonly reason: string; readonly place: string } {
  const [, reason = message, counted] = /^(.*?)(?: in JSON)? at position (\d+)/.exec(message) ?? [];
  const position = message.includes('end of JSON input') ? text.length : counted;
  if (position === undefined) return { reason, place: '' };
  const before = text.slice(0, Number(position)).split('\n');
  return { reason, place: `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

/** The alternatives of a `oneOf` fail one by one; the `oneOf` itself says it all. */
function isCause({ schemaPath }: ErrorObject): boolean {
  return !schemaPath.includes('/oneOf/');
}

function problemOf(error: ErrorObject): ScenarioProblem {
  const path = pathOf(error.instancePath);
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(error.params['additionalProperty']);
      return {
        path: joined(path, name),
        message: `is not known${suggestion(name, knownNames(error.parentSchema))}`,
      };
    }
    case 'required':
      return { path: joined(path, String(error.params['missingProperty'])), message: 'is required' };
    case 'enum':
      return {
        path,
        message: `must be one of ${listOf(error.params['allowedValues'])}, not ${shown(error.data)}`,
      };
    case 'pattern':
      return { path, message: `must match ${String(error.params['pattern'])}, not ${shown(error.data)}` };
    case 'type':
      return { path, message: `must be ${typeNames(error.params['type'])}, not ${shown(error.data)}` };
    case 'oneOf':
      return { path, message: `must be ${alternatives(error.schema)}, not ${shown(error.data)}` };
    case 'minimum':
    case 'maximum': {
      const side = error.keyword === 'minimum' ? 'least' : 'most';
      return { path, message: `must be at ${side} ${String(error.schema)}, not ${shown(error.data)}` };
    }
    case 'minLength':
      return { path, message: 'must not be empty' };
    default:
      return { path, message: `${error.message ?? 'is wrong'}, not ${shown(error.data)}` };
  }
}

/** `/commands/0/exit` as `commands[0].exit`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : joined(path, part)), '');
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function knownNames(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return [];
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

const typeWords: { readonly [type: string]: string } = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function typeNames(type: unknown): string {
  const names = (Array.isArray(type) ? type : [type]).map(String);
  return names.map((name) => typeWords[name] ?? name).join(' or ');
}

/** What the alternatives of a `oneOf` accept: a type or a constant each. */
function alternatives(schema: unknown): string {
  const options: readonly unknown[] = Array.isArray(schema) ? schema : [];
  const names = options.map((option) => {
    if (typeof option !== 'object' || option === null) return shown(option);
    if ('const' in option) return shown(option.const);
    return 'type' in option ? typeNames(option.type) : shown(option);
  });
  return names.join(' or ');
}

function listOf(values: unknown): string {
  return (Array.isArray(values) ? values : [values]).map(String).join(', ');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
