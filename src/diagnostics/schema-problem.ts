/** What a JSON Schema refuses, in words for people. The schema is checked with the option `verbose`, so that values are known. */
import type { ErrorObject } from 'ajv/dist/2020';
import { suggestion } from './nearest-name';
import type { InputProblem } from './unusable-input';

/** One thing that does not fit a schema. */
export interface SchemaProblem {
  /** Where: `commands[0].exit`; empty for the whole. */
  readonly path: string;
  /** What, as the rest of a sentence that begins with the path. */
  readonly message: string;
}

/** @param showsValues false where they may be secrets */
export function schemaProblem(error: ErrorObject, showsValues = true): SchemaProblem {
  const path = pathOf(error.instancePath);
  const but = showsValues ? `, not ${shown(error.data)}` : '';
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
        message: `must be one of ${listOf(error.params['allowedValues'])}${but}`,
      };
    case 'pattern':
      return { path, message: `must match ${String(error.params['pattern'])}${but}` };
    case 'type':
      return { path, message: `must be ${typeNames(error.params['type'])}${but}` };
    case 'oneOf':
      return { path, message: `must be ${alternatives(error.schema)}${but}` };
    case 'minimum':
    case 'maximum': {
      const side = error.keyword === 'minimum' ? 'least' : 'most';
      return { path, message: `must be at ${side} ${String(error.schema)}${but}` };
    }
    case 'minLength':
      return { path, message: 'must not be empty' };
    default:
      return { path, message: `${error.message ?? 'is wrong'}${but}` };
  }
}

/** The same as a problem of a file. */
export function schemaInputProblem(
  { path, message }: SchemaProblem,
  file: string,
  remedy: string,
): InputProblem {
  return { place: path === '' ? file : `${file}: ${path}`, reason: message, remedy };
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
