/** The types of the programs: data of the language, and closures, which only pipeline functions make. */

export type Data =
  | { readonly kind: 'text' | 'number' | 'flag' }
  | { readonly kind: 'list'; readonly element: Data }
  | { readonly kind: 'pair'; readonly first: Data; readonly second: Data }
  | { readonly kind: 'record'; readonly value: Data }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'choice'; readonly name: string; readonly literals: readonly [string, ...string[]] }
  | { readonly kind: 'optional'; readonly value: Data };

/** An interface of the module. */
export interface Shape {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** A field of an interface. */
export interface Field {
  readonly name: string;
  readonly type: Data;
  readonly optional?: true;
}

export interface ClosureType {
  readonly parameters: readonly Data[];
  readonly result: Data | undefined;
}

export const text: Data = { kind: 'text' };
export const number: Data = { kind: 'number' };
export const flag: Data = { kind: 'flag' };
export const listOf = (element: Data): Data => ({ kind: 'list', element });
export const recordOf = (value: Data): Data => ({ kind: 'record', value });
export const pairOf = (first: Data, second: Data): Data => ({ kind: 'pair', first, second });
export const optional = (value: Data): Data =>
  value.kind === 'optional' ? value : { kind: 'optional', value };

/** Interfaces with names that Groovy's maps and objects have, too. */
const item: Shape = {
  name: 'Item',
  fields: [
    { name: 'id', type: text },
    { name: 'size', type: number },
    { name: 'empty', type: flag },
    { name: 'note', type: text, optional: true },
    { name: 'class', type: number, optional: true },
  ],
};
const box: Shape = {
  name: 'Box',
  fields: [
    { name: 'length', type: number },
    { name: 'keys', type: listOf(text) },
    { name: 'item', type: { kind: 'object', shape: item }, optional: true },
    { name: 'if', type: text, optional: true },
  ],
};
const tree: Shape = {
  name: 'Tree',
  fields: [
    { name: 'properties', type: text },
    { name: 'box', type: { kind: 'object', shape: box } },
    { name: 'values', type: recordOf(number) },
    { name: 'first', type: flag, optional: true },
    { name: 'call', type: listOf(number), optional: true },
  ],
};

export const shapes: readonly [Shape, Shape, Shape] = [item, box, tree];
export const mode: Data = { kind: 'choice', name: 'Mode', literals: ['fast', 'slow', 'off'] };

/** How a type is written. */
export function typeText(type: Data): string {
  switch (type.kind) {
    case 'text':
      return 'string';
    case 'number':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'list':
      return type.element.kind === 'optional'
        ? `(${typeText(type.element)})[]`
        : `${typeText(type.element)}[]`;
    case 'pair':
      return `[${typeText(type.first)}, ${typeText(type.second)}]`;
    case 'record':
      return `{ [key: string]: ${typeText(type.value)} }`;
    case 'object':
      return type.shape.name;
    case 'choice':
      return type.name;
    case 'optional':
      return `${typeText(type.value)} | undefined`;
  }
}

export function closureText({ parameters, result }: ClosureType): string {
  const named = parameters.map((type, index) => `p${index}: ${typeText(type)}`);
  return `(${named.join(', ')}) => ${result === undefined ? 'void' : typeText(result)}`;
}

export function isSame(left: Data, right: Data): boolean {
  return typeText(left) === typeText(right);
}

/** Whether `===` compares values of the type. */
export function isPrimitive(type: Data): boolean {
  return ['text', 'number', 'flag', 'choice'].includes(type.kind);
}

/** Declarations of the module that a text needs, each followed by those that it needs itself. */
export const declarations: { readonly [name: string]: string } = {
  Mode: `type Mode = 'fast' | 'slow' | 'off';`,
  ...Object.fromEntries(shapes.map((shape) => [shape.name, shapeText(shape)])),
};

function shapeText(shape: Shape): string {
  return `interface ${shape.name} ${shapeType(shape)}`;
}

/** The type of the same objects, without its name. */
export function shapeType({ fields }: Shape): string {
  const members = fields.map((field) => `${field.name}${field.optional ? '?' : ''}: ${typeText(field.type)}`);
  return `{ ${members.join('; ')} }`;
}
