/** All members of the language. */
import { arrayBuiltins } from './array';
import { arrayCallbackBuiltins } from './array-callbacks';
import { arrayOrderBuiltins } from './array-order';
import type { Builtin } from './builtin';
import { jsonBuiltins } from './json';
import { mathBuiltins } from './math';
import { numberBuiltins } from './number';
import { objectBuiltins } from './object';
import { regexpBuiltins } from './regexp';
import { setBuiltins } from './set';
import { stringBuiltins } from './string';
import { stringPatternBuiltins } from './string-patterns';

export const builtins: readonly Builtin[] = [
  ...stringBuiltins,
  ...stringPatternBuiltins,
  ...arrayBuiltins,
  ...arrayCallbackBuiltins,
  ...arrayOrderBuiltins,
  ...setBuiltins,
  ...objectBuiltins,
  ...mathBuiltins,
  ...numberBuiltins,
  ...jsonBuiltins,
  ...regexpBuiltins,
];
