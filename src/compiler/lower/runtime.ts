/** Calls of the hand-written helpers in `src/runtime/*.groovy`; the only place that knows their names. */
import { groovy, type Call, type Closure, type Expression } from '../../groovy';

/** Classes of package gigci.runtime that the lowerings call; the builtins name others. */
type RuntimeClass =
  'Text' | 'Numbers' | 'Lists' | 'Maps' | 'Sets' | 'Shell' | 'Flow' | 'Parameters' | 'EffectiveParameters';

function helper(className: RuntimeClass, name: string, ...values: readonly Expression[]): Call {
  return groovy.staticCall(className, name, ...values);
}

/** A value as text, numbers as JavaScript prints them. */
export const textOf = (value: Expression): Call => helper('Text', 'of', value);
/** A number as JavaScript prints it. */
export const numberText = (value: Expression): Call => helper('Numbers', 'toText', value);
/** What a command printed, without the newlines at the end. */
export const withoutTrailingNewlines = (text: Expression): Call =>
  helper('Text', 'withoutTrailingNewlines', text);

/** `NAME=value` for every entry, several for a list; absent values are left out. */
export const shellEnvironment = (variables: Expression): Call => helper('Shell', 'environment', variables);
/** The same for a record whose names are known at run time only: one that authors may not set is an error. */
export const settableEnvironment = (variables: Expression): Call =>
  helper('Shell', 'settableEnvironment', variables);
/** The typed outputs in what a script printed. */
export const shellOutputs = (types: Expression, text: Expression): Call =>
  helper('Shell', 'outputs', types, text);

/** Arithmetic as JavaScript does it. */
export const arithmetic = (
  operation: 'add' | 'subtract' | 'multiply' | 'divide' | 'remainder',
  left: Expression,
  right: Expression,
): Call => helper('Numbers', operation, left, right);

/** The element at an index, absent outside the list. */
export const elementAt = (list: Expression, index: Expression): Call => helper('Lists', 'at', list, index);

/** The results of `parallel` in the order of its branches. */
export const inOrder = (results: Expression, names: Expression): Call =>
  helper('Maps', 'inOrder', results, names);

/** The texts in a set, as a list. */
export const elementsOf = (set: Expression): Call => helper('Sets', 'elements', set);

/** A helper that calls steps gets the script first, because only a script can. */
export const flow = (name: string, ...values: readonly Expression[]): Call =>
  groovy.methodCall(groovy.global('Flow'), name, ...withTrailingClosure([groovy.global('this'), ...values]));

/** Arguments with the last one behind the parentheses, when it is the only closure: `run(x) { … }`. */
export function withTrailingClosure(
  values: readonly Expression[],
): [positional: readonly Expression[], options: { readonly trailing?: Closure }] {
  const last = values.at(-1);
  const closures = values.filter(({ kind }) => kind === 'closure');
  if (last?.kind !== 'closure' || closures.length > 1) return [values, {}];
  return [values.slice(0, -1), { trailing: last }];
}

/** What a Jenkinsfile passes, as plain data. */
export const normalisedArguments = (passed: Expression): Call => helper('Parameters', 'normalise', passed);

/** The parameters as `perform` expects them; a call with problems fails. */
export const checkedParameters = (...values: readonly Expression[]): Call =>
  helper('Parameters', 'checked', groovy.global('this'), ...values);

/** What applies in a call, as a table for the log. */
export const effectiveParameters = (...values: readonly Expression[]): Call =>
  helper('EffectiveParameters', 'of', ...values, groovy.global('env'));
