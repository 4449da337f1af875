/**
 * Binds the raw arguments of a step to the parameters of the catalogue, as Jenkins' DescribableModel does: what is
 * unknown, missing or of the wrong type is a problem, and so is a closure too many or too few.
 */
import type { StepDefinition } from '../jenkins/steps/step';
import { parametersProblem } from './argument-types';
import type { Value } from './program';
import { isBody, isList, isMap, isSymbol, textOf, type ValueMap } from './values';

/** Arguments by parameter name, checked; a getter that does not fit the catalogue is a mistake of the simulator. */
export class Arguments {
  constructor(readonly values: ValueMap) {}

  text(name: string): string {
    return textOf(this.values[name]);
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** Whether a flag is given and true. */
  flag(name: string): boolean {
    return this.values[name] === true;
  }

  number(name: string): number {
    const value = this.optionalNumber(name);
    if (value === undefined) throw new TypeError(`argument '${name}' is not declared as a required number`);
    return value;
  }

  optionalNumber(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  /** The elements of a list; none when it is absent. */
  list(name: string): readonly Value[] {
    const value = this.values[name];
    return value !== undefined && isList(value) ? value : [];
  }

  /** The closures among the arguments, in order: the branches of `parallel`. */
  bodies(): readonly { readonly name: string; readonly ordinal: number }[] {
    return Object.entries(this.values).flatMap(([name, value]) =>
      isBody(value) ? [{ name, ordinal: value.$body }] : [],
    );
  }
}

/** What a step was called with. */
export interface Call {
  readonly arguments: Arguments;
  /** Ordinal of the closure of a block step. */
  readonly body: number | undefined;
}

/** Binds the arguments of one call; a text says what is wrong with them. */
export function bind(definition: StepDefinition, raw: readonly Value[]): Call | string {
  if (definition.name === 'parallel') return bindBranches(raw);
  const name = definition.name;
  const last = raw[raw.length - 1];
  const body = last !== undefined && isBody(last) ? last.$body : undefined;
  if (body !== undefined && !definition.body) return `step '${name}' takes no closure`;
  if (body === undefined && definition.body) return `step '${name}' must be called with a body`;
  const values = body === undefined ? raw : raw.slice(0, -1);
  if (values.some(isBody)) return `step '${name}' takes one closure only, after its other arguments`;
  if (values.length > 1) return `step '${name}' takes its arguments by name`;
  const only = values[0];
  if (only === undefined) return check(definition, {}, body);
  if (isMap(only) && !isSymbol(only)) return check(definition, only, body);
  if (definition.positional === undefined) return `step '${name}' takes its arguments by name`;
  return check(definition, { [definition.positional]: only }, body);
}

function check(definition: StepDefinition, values: ValueMap, body: number | undefined): Call | string {
  const problem = parametersProblem(definition.parameters, values, '');
  return problem === undefined
    ? { arguments: new Arguments(values), body }
    : `step '${definition.name}' ${problem}`;
}

/** ParallelStep.DescriptorImpl.newInstance: closures by branch name, and `failFast`. */
function bindBranches(raw: readonly Value[]): Call | string {
  const branches = raw[0];
  if (raw.length !== 1 || branches === undefined || !isMap(branches) || isBody(branches)) {
    return `step 'parallel' takes one map of closures`;
  }
  for (const [name, value] of Object.entries(branches)) {
    if (name === 'failFast' && typeof value === 'boolean') continue;
    if (!isBody(value)) return `step 'parallel' expected a closure or failFast but found ${name}`;
    // JavaScript orders such keys before all others, so the worlds would start the branches in different order.
    if (/^\d+$/.test(name))
      return `step 'parallel' cannot keep the order of a branch that is named '${name}'`;
  }
  return { arguments: new Arguments(branches), body: undefined };
}
