/** Uses of members of the language, by what they give. */
import { countNumber, hostileNumber, indexNumber, numberText } from '../domain/numbers';
import { hostileText, numeralText, quoted, separatorText } from '../domain/texts';
import type { Domain } from '../../../src/compiler/builtins/builtin';
import { callback } from './callbacks';
import { anyPrimitive, anyType, expression, leaf } from './expressions';
import { patternLiteral } from './patterns';
import { anySet } from './sets';
import { members, type Member, type MemberParameter, type Pattern } from './signatures';
import {
  flag,
  isPrimitive,
  isSame,
  listOf,
  number,
  optional,
  pairOf,
  recordOf,
  shapes,
  text,
  type Data,
} from './types';
import type { Writer } from './writer';

/** What the type variables of a signature stand for. */
export type Binding = Map<string, Data>;

/** Members that change their receiver. */
export const changing: readonly string[] = ['push', 'sort', 'reverse', 'pop', 'shift', 'unshift', 'fill'];
/** Those that stand as statements of their own: see `assignments.ts`. */
const changingAlone = ['push', 'sort', 'reverse', 'fill'];

/** Arguments that have to do with the receiver; nothing where any value will do. */
export interface Related {
  readonly value: (type: Data, domain: Domain | undefined) => string | undefined;
  readonly pattern?: (global: boolean) => string;
  /** Where any value will do. */
  readonly unknown?: () => string | undefined;
}

/** An expression with a member whose result has the type; nothing when there is none. */
export function memberGiving(writer: Writer, type: Data, depth: number): string | undefined {
  const fitting = members.filter(
    (member) => isUsable(writer, member) && unify(member.result, type, new Map()) && !isIterable(member),
  );
  const member = fitting[writer.choices.below(fitting.length)];
  if (member === undefined) return undefined;
  const binding: Binding = new Map();
  unify(member.result, type, binding);
  return use(writer, member, binding, depth);
}

/** Whether an expression may use the member here. */
export function isUsable({ colour }: Writer, { entry }: Member): boolean {
  if (entry.member === 'sort') return colour === 'pure';
  return !changingAlone.includes(entry.member) && (entry.colour === 'any' || colour === 'pure');
}

/** Only a loop takes its result. */
export function isIterable({ result }: Member): boolean {
  return result.kind === 'pairs' && result.iterable;
}

/**
 * A use of one member.
 * @param receiver what stands in front; one is written when it is left out
 * @param related writes arguments that have to do with it
 */
export function use(
  writer: Writer,
  member: Member,
  binding: Binding,
  depth: number,
  receiver?: string,
  related: Related = { value: () => undefined },
): string {
  bindRest(writer, member, binding);
  const { entry } = member;
  const front = receiver ?? receiverOf(writer, member, binding, depth);
  const values = member.parameters.flatMap((parameter) =>
    parameter.optional && mayBeLeftOut(parameter, binding) && !writer.choices.chance(75)
      ? []
      : [argument(writer, member, parameter, binding, depth, related)],
  );
  const name = entry.owner === 'global' ? entry.member : `${front}.${entry.member}`;
  return member.isProperty ? name : `${name}(${leadingOnly(member, values).join(', ')})`;
}

/** A comparison is left out for texts only. */
function mayBeLeftOut({ pattern }: MemberParameter, binding: Binding): boolean {
  return pattern.kind !== 'callback' || isSame(binding.get('T') ?? number, text);
}

/** An optional argument that is left out takes those behind it with it. */
function leadingOnly(member: Member, values: readonly string[]): readonly string[] {
  const required = member.parameters.filter(({ optional: isOptional }) => !isOptional).length;
  return values.length === member.parameters.length
    ? values
    : values.slice(0, Math.max(required, Math.min(1, values.length)));
}

/** Whether the elements must be primitive: they are compared, or joined, and an object has no text. */
export function comparesElements({ entry, parameters }: Member): boolean {
  return (
    entry.member === 'join' ||
    parameters.some(({ pattern }) => pattern.kind === 'variable' && pattern.comparable)
  );
}

/** Chooses what the result leaves open; what is compared must be comparable. */
function bindRest(writer: Writer, member: Member, binding: Binding): void {
  if (member.receiver === 'set') binding.set('T', text);
  if (member.receiver === 'list' && !binding.has('T'))
    binding.set('T', comparesElements(member) ? anyPrimitive(writer) : anyType(writer, 1));
  for (const name of ['Result', 'Value', 'Element'])
    if (!binding.has(name)) binding.set(name, anyType(writer, 1));
}

function receiverOf(
  writer: Writer,
  { entry, receiver, receiverPattern }: Member,
  binding: Binding,
  depth: number,
): string {
  switch (receiver) {
    case 'text':
      return expression(writer, text, depth - 1);
    case 'number':
      return inParentheses(expression(writer, number, depth - 1));
    case 'list': {
      const type =
        receiverPattern === undefined
          ? listOf(binding.get('T') ?? text)
          : substitute(receiverPattern, binding);
      const list = expression(writer, type, depth - 1, true);
      return entry.member === 'sort' ? `${list}.slice(0)` : list;
    }
    case 'pattern':
      return patternLiteral(writer.choices, false);
    case 'set':
      return anySet(writer, depth);
    case undefined:
      return entry.owner.replace(/Constructor$/, '');
  }
}

/** `5.toString()` is no JavaScript. */
function inParentheses(value: string): string {
  return /^\d/.test(value) ? `(${value})` : value;
}

function argument(
  writer: Writer,
  { entry }: Member,
  { pattern, domain }: MemberParameter,
  binding: Binding,
  depth: number,
  related: Related,
): string {
  const { choices } = writer;
  switch (pattern.kind) {
    case 'callback':
      return callback(writer, entry, pattern, binding, depth);
    case 'absent':
      return 'undefined';
    case 'ten':
      return '10';
    case 'textOrPattern':
      return choices.chance(50)
        ? (related.pattern ?? ((global) => patternLiteral(choices, global)))(entry.member !== 'replace')
        : (related.value(text, domain) ?? ofDomain(writer, domain, text, depth));
    case 'primitive':
      if (choices.chance(50)) return numberText(hostileNumber(choices));
      return expression(writer, anyPrimitive(writer), depth - 1);
    case 'anyObject': {
      const found = related.value(recordOf(number), domain);
      if (found !== undefined) return found;
      const type = choices.chance(50) ? recordOf(anyType(writer, 1)) : undefined;
      return type === undefined
        ? leaf(writer, { kind: 'object', shape: choices.oneOf(shapes) }, true)
        : expression(writer, type, depth - 1, true);
    }
    case 'unknown':
      return related.unknown?.() ?? expression(writer, anyType(writer), depth - 1, true);
    default: {
      const type = substitute(pattern, binding);
      return related.value(type, domain) ?? ofDomain(writer, domain, type, depth);
    }
  }
}

/** A hostile value of the domain, or any expression of the type. */
function ofDomain(writer: Writer, domain: Domain | undefined, type: Data, depth: number): string {
  const { choices } = writer;
  if (domain === 'count' && isSame(type, number)) return numberText(countNumber(choices));
  // More digits than that, or a text that is no number, are a failure, which has its own tests.
  if (domain === 'digits') return String(choices.below(21));
  if (domain === 'numeral') return quoted(numeralText(choices));
  if (choices.chance(50)) return expression(writer, type, depth - 1, true);
  switch (domain) {
    case 'separator':
      return isSame(type, text) ? quoted(separatorText(choices)) : leaf(writer, type, true);
    case 'text':
      return isSame(type, text) ? quoted(hostileText(choices)) : leaf(writer, type, true);
    case 'index':
      return isSame(type, number) ? numberText(indexNumber(choices)) : leaf(writer, type, true);
    case 'number':
      return isSame(type, number) ? numberText(hostileNumber(choices)) : leaf(writer, type, true);
    default:
      return leaf(writer, type, true);
  }
}

/** The type that a pattern stands for. */
export function substitute(pattern: Pattern, binding: Binding): Data {
  switch (pattern.kind) {
    case 'text':
    case 'number':
    case 'flag':
      return { kind: pattern.kind };
    case 'variable':
      return binding.get(pattern.name) ?? text;
    case 'list':
      return listOf(substitute(pattern.of, binding));
    case 'record':
      return recordOf(substitute(pattern.of, binding));
    case 'optional':
      return optional(substitute(pattern.of, binding));
    case 'pairs':
      return listOf(pairOf(substitute(pattern.key, binding), substitute(pattern.value, binding)));
    default:
      return flag;
  }
}

/** Whether a result of that pattern is of the type; remembers what its variables stand for. */
function unify(pattern: Pattern, type: Data, binding: Binding): boolean {
  switch (pattern.kind) {
    case 'text':
    case 'number':
    case 'flag':
      return pattern.kind === type.kind;
    case 'variable': {
      if (type.kind === 'optional' || (pattern.comparable && !isPrimitive(type))) return false;
      const known = binding.get(pattern.name);
      if (known !== undefined) return isSame(known, type);
      binding.set(pattern.name, type);
      return true;
    }
    case 'list':
      return type.kind === 'list' && unify(pattern.of, type.element, binding);
    case 'record':
      return type.kind === 'record' && unify(pattern.of, type.value, binding);
    case 'optional':
      return type.kind === 'optional' && unify(pattern.of, type.value, binding);
    case 'pairs':
      return (
        type.kind === 'list' &&
        type.element.kind === 'pair' &&
        unify(pattern.key, type.element.first, binding) &&
        unify(pattern.value, type.element.second, binding)
      );
    default:
      return false;
  }
}
