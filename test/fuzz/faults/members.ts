/** Mistakes in the table of members of the language and in the runtime helpers. */
import { byHelper, byMethod, byStaticHelper, helper } from '../../../src/compiler/builtins/builtin';
import * as literals from '../../../src/compiler/builtins/regular-expression';
import { groovy } from '../../../src/groovy';
import { inHelper, inMember, inModule, type Fault } from './plant';

export const memberFaults: readonly Fault[] = [
  inMember('slice of Java', ['String', 'slice'], () => byMethod('substring')),
  inMember('replace replaces everything', ['String', 'replace'], () => byHelper('Text.replaceAll')),
  inMember('trim of Java', ['String', 'trim'], () => byMethod('trim')),
  inMember(
    'split of Java',
    ['String', 'split'],
    () =>
      ({ receiver, args }) =>
        groovy.methodCall(groovy.methodCall(receiver, 'split', args), 'toList'),
  ),
  inMember('lastIndexOf becomes indexOf', ['String', 'lastIndexOf'], () => byMethod('indexOf')),
  inMember('padStart becomes padEnd', ['String', 'padStart'], () => byHelper('Text.padEnd')),
  inMember('contains of Java', ['Array', 'includes'], () => byMethod('contains')),
  inMember('join of Groovy', ['Array', 'join'], () => byMethod('join')),
  inMember('reverse makes a copy', ['Array', 'reverse'], () => byMethod('reverse')),
  inMember('toReversed: missing copy', ['Array', 'toReversed'], () => byHelper('Lists.reverse')),
  inMember(
    'concat swapped',
    ['Array', 'concat'],
    () =>
      ({ receiver, args: [other = receiver] }) =>
        groovy.binary(other, '+', receiver),
  ),
  inMember('findIndex counts from one', ['Array', 'findIndex'], (original) => (call) => {
    const lowered = original(call);
    return lowered.kind === 'refusal' ? lowered : groovy.binary(lowered, '+', groovy.number(1));
  }),
  inMember('some becomes every', ['Array', 'some'], (original) => (call) => {
    const lowered = original(call);
    return lowered.kind === 'call' ? { ...lowered, name: 'every' } : lowered;
  }),
  inMember(
    'keys in the order of insertion',
    ['ObjectConstructor', 'keys'],
    () =>
      ({ args: [object = groovy.map()] }) =>
        helper(
          'Lists.slice',
          groovy.methodCall(groovy.methodCall(object, 'keySet'), 'toList'),
          groovy.number(0),
        ),
  ),
  inMember('add becomes has', ['Set', 'add'], () => byMethod('contains')),
  inMember('delete becomes has', ['Set', 'delete'], () => byMethod('contains')),
  inHelper('sets: in the order of a hash', 'Sets', 'new LinkedHashSet()', 'new HashSet()'),
  inHelper('sets: elements lost', 'Sets', 'set.addAll(elements)', 'set.addAll(elements.take(2))'),
  inMember('round becomes floor', ['Math', 'round'], () => byStaticHelper('Numbers.floor')),
  inMember('min becomes max', ['Math', 'min'], () => byStaticHelper('Numbers.max')),
  inMember(
    'String as Groovy prints it',
    ['global', 'String'],
    () =>
      ({ args: [value = groovy.nullLiteral()] }) =>
        groovy.methodCall(value, 'toString'),
  ),
  inMember(
    'indent lost',
    ['JSON', 'stringify'],
    () =>
      ({ args: [value = groovy.nullLiteral()] }) =>
        helper('Json.stringify', value),
  ),
  inModule('patterns: $ of Java', literals, 'javaPattern', (original) => (source, flags) => {
    const pattern = original(source, flags);
    return pattern.kind === 'pattern'
      ? { ...pattern, pattern: pattern.pattern.replaceAll('\\z', '$') }
      : pattern;
  }),
  inModule('patterns: flag i lost', literals, 'javaPattern', (original) => (source, flags) => {
    const pattern = original(source, flags);
    return pattern.kind === 'pattern'
      ? { ...pattern, pattern: pattern.pattern.replace('(?i)', '') }
      : pattern;
  }),
  inHelper('slice: off by one', 'Lists', 'index < to; index++', 'index <= to - 2; index++'),
  inHelper(
    'position: not cut to whole',
    'Numbers',
    'double number = trunc(value).doubleValue()',
    'double number = Math.floor(value.doubleValue())',
  ),
  inHelper('numbers: exponent from 20 digits', 'Numbers', 'exponent > 21', 'exponent > 20'),
  inHelper('JSON: control characters as they are', 'Json', 'code < 0x20', 'code < 0x10'),
  inHelper('substitute: $& is text', 'Text', "isOneOf('$&`\\'', first, 0)", "isOneOf('$`\\'', first, 0)"),
  inHelper(
    'sort: not stable',
    'Lists',
    'compare.call(one, other) <=> 0',
    '(compare.call(one, other) <=> 0) ?: -1',
  ),
];
