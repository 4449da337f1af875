/** Constants of the module: literals all through. */
import { listOf, number, text, type Data } from './types';

interface Constant {
  readonly path: string;
  readonly type: Data;
}

/** Declarations by the name of the constant. */
export const constantDeclarations: { readonly [name: string]: string } = {
  LIMIT: 'const LIMIT = -3;',
  sampleRates: 'const sampleRates = [1, 2.5, -0.5] as const;',
  NAMES: `const NAMES = ['x', '😀', ''] as const;`,
  ECHO: `const ECHO = ['b', '1'] as const;`,
  GET_ALL: 'const GET_ALL = { a: true, b: [1, [2]] } as const;',
  _9: `const _9 = { x: '' } as const;`,
  SETTINGS: `const SETTINGS = { image: "postgres:15", deep: { size: 0.5, on: true }, tags: ['a', 'b'] } as const;`,
};

/** What an expression may read of them. */
export const constants: readonly Constant[] = [
  { path: 'LIMIT', type: number },
  { path: 'SETTINGS.image', type: text },
  { path: 'SETTINGS.deep.size', type: number },
  { path: '[...SETTINGS.tags]', type: listOf(text) },
  { path: '[...NAMES]', type: listOf(text) },
  { path: 'NAMES.length', type: number },
  { path: '[...sampleRates]', type: listOf(number) },
  { path: `NAMES.join('+')`, type: text },
];
