/**
 * The shape of a catalogue entry: what one Pipeline step is called, takes, returns and needs. From the entries come the
 * declarations that authors import and the check of arguments at run time. The other files have the entries, by purpose.
 */

/** What a parameter accepts. */
export type ParameterType =
  | { readonly kind: 'string' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'literals'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly element: ParameterType }
  | { readonly kind: 'group'; readonly parameters: readonly StepParameter[] }
  /** A value made by one of the named describables, e.g. `agent()`, or the global `scm`. */
  | { readonly kind: 'describable'; readonly names: readonly string[] };

/** One named argument of a step. */
export interface StepParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly required: boolean;
  readonly summary: string;
}

/** What stands in the place of a step in a dry run. */
export interface DryRunBehaviour {
  /** What a step without a body answers. */
  readonly answer?: string | number | boolean | { readonly [name: string]: string | number };
  /** Variables that the step sets for its body. */
  readonly variables?: readonly string[];
  /** It only asks, so that nobody needs to hear of it. */
  readonly quiet?: true;
}

/** A step that Jenkins executes. */
export interface StepDefinition {
  readonly kind: 'step';
  readonly name: string;
  /** Short name of the plugin that brings the step. */
  readonly plugin: string;
  readonly summary: string;
  readonly parameters: readonly StepParameter[];
  /** The parameter that may be given without its name (Jenkins: the sole required one). */
  readonly positional?: string;
  /**
   * A number is passed with its name: scripts and closures of Jenkins have a method of that name of their own, which takes a
   * number before the method that stands in the place of the step in a dry run.
   */
  readonly numberIsNamed?: true;
  /** Whether the step takes a closure. */
  readonly body: boolean;
  /** TypeScript type of the result; `body` is the type that the body returns. */
  readonly returns: string;
  /** The step needs the workspace of an agent, so it fails outside `node`. */
  readonly workspace: boolean;
  /** `author`: importable from `gig-ci/jenkins`. `compiler`: emitted by the compiler only, for a typed primitive. */
  readonly audience: 'author' | 'compiler';
  /** Left out where the step touches nothing: a dry run runs it as always. */
  readonly dryRun?: DryRunBehaviour;
}

/** A value that Jenkins builds from a symbol, e.g. `agent()` in the conditions of `retry`. */
export interface DescribableDefinition {
  readonly kind: 'describable';
  readonly name: string;
  readonly plugin: string;
  readonly summary: string;
  readonly parameters: readonly StepParameter[];
  readonly audience: 'author' | 'compiler';
}

/** What the catalogue knows: a step, or an object that steps take or give. */
export type CatalogueEntry = StepDefinition | DescribableDefinition;

export const text: ParameterType = { kind: 'string' };
export const integer: ParameterType = { kind: 'integer' };
export const decimal: ParameterType = { kind: 'number' };
export const flag: ParameterType = { kind: 'boolean' };
export const oneOf = (...values: readonly string[]): ParameterType => ({ kind: 'literals', values });
export const listOf = (element: ParameterType): ParameterType => ({ kind: 'list', element });
export const group = (...parameters: readonly StepParameter[]): ParameterType => ({
  kind: 'group',
  parameters,
});
export const madeBy = (...names: readonly string[]): ParameterType => ({ kind: 'describable', names });

/** A parameter that Jenkins demands. */
export function required(name: string, type: ParameterType, summary: string): StepParameter {
  return { name, type, required: true, summary };
}

/** A parameter that Jenkins can do without. */
export function optional(name: string, type: ParameterType, summary: string): StepParameter {
  return { name, type, required: false, summary };
}

type StepDetails = Pick<StepDefinition, 'summary'> &
  Partial<Omit<StepDefinition, 'kind' | 'name' | 'plugin' | 'summary'>>;

/** Makes the entry of a step; what is left out: no parameters, no body, returns nothing, for authors, needs no workspace. */
export function step(plugin: string, name: string, details: StepDetails): StepDefinition {
  return {
    kind: 'step',
    name,
    plugin,
    parameters: [],
    body: false,
    returns: details.body === true ? 'body' : 'void',
    workspace: false,
    audience: 'author',
    ...details,
  };
}

type DescribableDetails = Pick<DescribableDefinition, 'summary'> &
  Partial<Omit<DescribableDefinition, 'kind' | 'name' | 'plugin' | 'summary'>>;

/** Makes the entry of a describable. */
export function describable(
  plugin: string,
  name: string,
  details: DescribableDetails,
): DescribableDefinition {
  return { kind: 'describable', name, plugin, parameters: [], audience: 'author', ...details };
}
