/**
 * The JSDoc tags that narrow a parameter's type. On a list or a map with free keys, `@minItems` and `@uniqueItems`
 * speak of the list, every other tag of its elements. A number is a whole one unless `@decimal` says otherwise.
 */
import { problems } from '../diagnostics/catalogue';
import { nearestName } from '../diagnostics/nearest-name';
import type { Problem } from '../diagnostics/problem';
import type { ModelContext } from './context';
import type { Tag } from './documentation';
import { DETAIL_TAGS } from './details';
import { CREDENTIALS_KINDS, type CredentialsKind, type TypeModel } from './model';
import { readPattern } from './patterns';

type Constraint =
  | { readonly tag: 'minimum' | 'maximum'; readonly value: number }
  | { readonly tag: 'minLength' | 'maxLength' | 'minItems'; readonly value: number }
  | { readonly tag: 'pattern'; readonly value: string }
  | { readonly tag: 'credentials'; readonly value: CredentialsKind }
  | { readonly tag: 'decimal' | 'uniqueItems' | 'secret' };

const TAGS = [
  'minimum',
  'maximum',
  'decimal',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'uniqueItems',
  'secret',
  'credentials',
  ...DETAIL_TAGS,
];

/**
 * Applies the tags of a parameter to its type; a tag that is wrong is reported and left out. Those about the parameter
 * itself belong to `details`.
 */
export function constrain(context: ModelContext, type: TypeModel, tags: readonly Tag[]): TypeModel {
  const narrowing = tags.filter(({ name }) => !DETAIL_TAGS.includes(name));
  return narrowing.reduce((constrained, tag) => {
    const constraint = readConstraint(context, tag);
    if (constraint === undefined) return constrained;
    const applied = apply(constrained, constraint);
    if (applied === undefined) context.report(tag.node, problems.unfittingTag(tag.name, type.kind));
    return applied ?? constrained;
  }, type);
}

/** The problem of a tag that is not among the known ones. */
export function unknownTag(tag: string, known: readonly string[]): Problem {
  const nearest = nearestName(tag, known);
  if (nearest !== undefined) return problems.misspelledTag(tag, nearest);
  return problems.unknownTag(tag, known.map((name) => `@${name}`).join(', '));
}

function readConstraint(context: ModelContext, { name, text, node }: Tag): Constraint | undefined {
  const malformed = (expectation: string, example: string): undefined => {
    context.report(node, problems.malformedTag(name, expectation, `@${name}${example}`));
    return undefined;
  };
  switch (name) {
    case 'minimum':
    case 'maximum':
      return /^-?\d+(\.\d+)?$/.test(text) ? { tag: name, value: Number(text) } : malformed('a number', ' 1');
    case 'minLength':
    case 'maxLength':
    case 'minItems':
      return /^\d+$/.test(text) ? { tag: name, value: Number(text) } : malformed('a whole number', ' 1');
    case 'credentials': {
      const kind = CREDENTIALS_KINDS.find((known) => known === text);
      return kind === undefined
        ? malformed(`one of ${CREDENTIALS_KINDS.join(', ')}`, ' login')
        : { tag: name, value: kind };
    }
    case 'decimal':
    case 'uniqueItems':
    case 'secret':
      return text === '' ? { tag: name } : malformed('nothing behind it', '');
    case 'pattern': {
      if (text === '') return malformed('a regular expression', ' ^[a-z]+$');
      const reading = readPattern(text);
      if (reading.kind === 'accepted') return { tag: name, value: text };
      context.report(node, problems.refusedPattern(text, reading.reason));
      return undefined;
    }
    default:
      context.report(node, unknownTag(name, TAGS));
      return undefined;
  }
}

function apply(type: TypeModel, constraint: Constraint): TypeModel | undefined {
  switch (type.kind) {
    case 'string':
      if (constraint.tag === 'pattern') return { ...type, pattern: constraint.value };
      if (constraint.tag === 'minLength') return { ...type, minLength: constraint.value };
      if (constraint.tag === 'secret') return { ...type, secret: true };
      if (constraint.tag === 'credentials') return { ...type, credentials: constraint.value };
      return constraint.tag === 'maxLength' ? { ...type, maxLength: constraint.value } : undefined;
    case 'integer':
    case 'number':
      if (constraint.tag === 'decimal') return { ...type, kind: 'number' };
      if (constraint.tag === 'minimum') return { ...type, minimum: constraint.value };
      return constraint.tag === 'maximum' ? { ...type, maximum: constraint.value } : undefined;
    case 'list': {
      if (constraint.tag === 'minItems') return { ...type, minItems: constraint.value };
      if (constraint.tag === 'uniqueItems')
        return isScalar(type.element) ? { ...type, uniqueItems: true } : undefined;
      const element = apply(type.element, constraint);
      return element && { ...type, element };
    }
    case 'record': {
      const value = apply(type.value, constraint);
      return value && { ...type, value };
    }
    case 'boolean':
    case 'literals':
    case 'group':
    case 'closure':
      return undefined;
  }
}

/** Whether JSON Schema, Groovy and JavaScript agree on which values of the type are equal. */
function isScalar({ kind }: TypeModel): boolean {
  return !['list', 'group', 'record', 'closure'].includes(kind);
}
