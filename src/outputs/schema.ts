/**
 * `resources/gig-ci/schema/<name>.json`: what a call may pass as JSON Schema 2020-12, for editors and other tools. Every
 * rule of the check is one keyword, and one mistake breaks one of them: where JSON Schema would offer alternatives, it
 * decides by `if`.
 */
import type { DefaultValue, GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { generatedFrom } from './header';
import { namesOf } from './parameter-check';

interface Schema {
  readonly [keyword: string]: unknown;
}

/** The path of the schema in the library, and its text. */
export function schemaFile(model: GlobalVariableModel): readonly [path: string, text: string] {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: generatedFrom(model.source),
    title: model.name,
    description: model.summary,
    ...(model.deprecated !== undefined && { deprecated: true }),
    ...groupSchema(model.parameters),
  };
  return [`resources/gig-ci/schema/${model.name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`];
}

function groupSchema(parameters: readonly ParameterModel[]): Schema {
  const required = parameters.filter(({ required, formerly }) => required && formerly === undefined);
  const rules = parameters.flatMap((parameter) => rulesOf(parameter, parameters));
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.flatMap(properties)),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    additionalProperties: false,
    ...(rules.length > 0 && { allOf: rules }),
  };
}

/** The parameter under each of its names. */
function properties(parameter: ParameterModel): readonly (readonly [string, Schema])[] {
  const { name, summary, type, defaultValue, deprecated, examples } = parameter;
  const own: Schema = {
    description: deprecated === undefined ? summary : `${summary} Deprecated: ${deprecated}`,
    ...(deprecated !== undefined && { deprecated: true }),
    ...typeSchema(type),
    ...defaultOf(type, defaultValue),
    ...(examples !== undefined && { examples }),
  };
  const former = { ...typeSchema(type), description: `Is called '${name}' now.`, deprecated: true };
  return namesOf(parameter).map((each) => [each, each === name ? own : former]);
}

/** An empty group stands for the defaults of what is in it. */
function defaultOf(type: TypeModel, value: DefaultValue | undefined): Schema {
  const isNothing = value === undefined || (type.kind === 'group' && JSON.stringify(value) === '{}');
  return isNothing ? {} : { default: value };
}

/** What must, and must not, be given beside a parameter: `if` it is given under one of its names. */
function rulesOf(parameter: ParameterModel, beside: readonly ParameterModel[]): readonly Schema[] {
  const names = namesOf(parameter);
  const [, ...formerNames] = names;
  const others = (wanted: readonly string[] = []): readonly ParameterModel[] =>
    beside.filter(({ name }) => wanted.includes(name));
  const excluded = others(parameter.conflicts).flatMap(namesOf);
  return [
    ...(parameter.required && formerNames.length > 0 ? [isGiven(parameter)] : []),
    ...names.slice(1).map((former, index) => ({
      if: oneOf(names.slice(0, index + 1)),
      then: { properties: { [former]: false } },
    })),
    ...others(parameter.requires).map((other) => ({ if: oneOf(names), then: isGiven(other) })),
    ...(excluded.length === 0
      ? []
      : [
          {
            if: oneOf(names),
            then: { properties: Object.fromEntries(excluded.map((name) => [name, false])) },
          },
        ]),
  ];
}

/** Holds when a parameter is given; what is missing otherwise is its name of today. */
function isGiven(parameter: ParameterModel): Schema {
  const present = named(parameter.name);
  const { formerly } = parameter;
  return formerly === undefined ? present : { if: { not: oneOf(formerly) }, then: present };
}

function oneOf(names: readonly string[]): Schema {
  const [only, ...more] = names.map(named);
  return only !== undefined && more.length === 0 ? only : { anyOf: [only, ...more] };
}

/** Strict validators want a property declared where it is required. */
function named(name: string): Schema {
  return { properties: { [name]: true }, required: [name] };
}

function typeSchema(type: TypeModel): Schema {
  switch (type.kind) {
    case 'string': {
      const { pattern, minLength, maxLength, secret } = type;
      return {
        type: 'string',
        ...given({ pattern, minLength, maxLength }),
        ...(secret === true && { writeOnly: true }),
      };
    }
    case 'integer':
    case 'number':
      return { type: type.kind, ...given({ minimum: type.minimum, maximum: type.maximum }) };
    case 'boolean':
      return { type: 'boolean' };
    case 'literals':
      return { type: 'string', enum: type.values };
    case 'list':
      return {
        type: 'array',
        items: typeSchema(type.element),
        ...given({ minItems: type.minItems, uniqueItems: type.uniqueItems }),
      };
    case 'group':
      return type.canBeFalse
        ? { if: { type: 'object' }, then: groupSchema(type.parameters), else: { const: false } }
        : groupSchema(type.parameters);
    case 'record':
      return { type: 'object', additionalProperties: typeSchema(type.value) };
    case 'closure':
      return { $comment: 'A closure, which JSON cannot say.', not: {} };
  }
}

/** The keywords that have a value. */
function given(keywords: { readonly [keyword: string]: number | string | boolean | undefined }): Schema {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}
