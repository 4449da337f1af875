/** Every rule that a finding can name: stable names, for tools that sort, count and silence by them. */
import type { Rule } from '../outputs/value-problems';

/** Rules about the arguments of a call have the names of JSON Schema. */
export type RuleName =
  | Rule
  | 'arguments'
  | 'contradiction'
  | 'deprecated'
  | 'duplicate'
  | 'internal'
  | 'library-missing'
  | 'library-unpinned'
  | 'library-version'
  | 'misspelt'
  | 'shadowed'
  | 'syntax';

/** How grave a breach of a rule is, and what the rule says. */
export interface RuleText {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
}

const argument = (summary: string): RuleText => ({ severity: 'error', summary });
const warning = (summary: string): RuleText => ({ severity: 'warning', summary });

/** What each rule is about. */
export const RULES: { readonly [name in RuleName]: RuleText } = {
  additionalProperties: argument('A name is no parameter.'),
  arguments: argument('A call passes something else than named arguments.'),
  conflicts: argument('Arguments exclude each other.'),
  const: argument('A value is neither false nor a map.'),
  contradiction: argument('Arguments contradict each other, as the library itself says.'),
  deprecated: warning('A later version of the library will not take it any more.'),
  duplicate: argument('An argument is given twice.'),
  enum: argument('A value is none of those that are allowed.'),
  internal: warning('A call goes around the check of its parameters.'),
  'library-missing': warning('The library is loaded nowhere in the file.'),
  'library-unpinned': warning('The library is loaded without a version.'),
  'library-version': warning('The version of the library is no tag of it.'),
  maximum: argument('A number is too large.'),
  maxLength: argument('A text is too long.'),
  minimum: argument('A number is too small.'),
  minItems: argument('A list is too short.'),
  minLength: argument('A text is too short.'),
  misspelt: argument('A call names nothing, and nearly a variable of the library.'),
  pattern: argument('A text has not the form that is demanded.'),
  required: argument('A required argument is missing.'),
  shadowed: warning('A definition hides a variable of the library.'),
  syntax: argument('The file is no Groovy.'),
  type: argument('A value has another type.'),
  uniqueItems: argument('A list repeats an item.'),
};
