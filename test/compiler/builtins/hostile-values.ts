/** Values on which a careless translation shows, by domain. */
import fc from 'fast-check';
import type { Domain } from '../../../src/compiler/builtins/builtin';

const hardTexts = [
  '', ' ', 'a', 'ab', 'aab', 'aaaa', 'A', 'ß', 'ẞ', 'İ', 'ı', 'ΑΣ', 'ΑΣ.', 'ǆ', 'ﬁ', 'ŉ', 'é', 'e\u0301', '\u0345',
  '😀', 'a😀b', '\ud83d', '\ude00', '\ude00\ud83d', '𐐀', '👨‍👩‍👧', '\u00a0\u2003\ufeff\u3000', '\u180e', '\u200b', '\u0085', '\u001c',
  '\t\n\u000b\f\r', '\u2028\u2029', '\u0001\u001f', '\u007f', '$', '$$', '$&', '$1', '$10', "$'", '$`', '\\', '\\\\1', '\\E',
  '.*+?^${}()|[]', '[a-z]', '&&', '-', '--', 'a-b-c', ',', 'a,b,,', 'null', 'undefined', 'true', '0', '%s', "'", '"', '`',
  'class', 'x'.repeat(3000), 'ab'.repeat(500),
]; // prettier-ignore
const numerals = [
  '', ' ', '0', '-0', '+0', '1', '-1', '+1', '007', '1.', '.5', '-.5', '.', '1.5', '1.50', '1e3', '1E-7', '1e', '1e+', '1e400',
  '-1e400', '5e-324', '2e-324', '0x1F', '0X1f', '0x', '0xg', '-0x1', '0b101', '0o17', '08', '1_000', '1,5', ' 12\n', '\u00a012', '1 2',
  '12px', 'px', 'Infinity', '-Infinity', 'NaN', '1d', '1f', '1L', '0x1p3', '1e3x', '٣', '１', '9007199254740991', '9007199254740992',
  '9007199254740993', '9223372036854775807', '9223372036854775808', '123456789012345678901234567890', '0.1', '0.30000000000000004',
  '0x20000000000001', '0x20000000000003', '0xfffffffffffffffff', '0b' + '1'.repeat(60), '0o' + '7'.repeat(30), '1'.repeat(400),
  '--1', '+-1', '1-', '1.2.3', 'e5', '.e5', '-', '+',
]; // prettier-ignore
const hardNumbers = [
  0, 1, -1, 2, 9, 10, 16, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 1.005, 1.45, 8.345, -1.005, 0.49999999999999994, 0.000001,
  1e-7, 5e-324, 2.2250738585072014e-308, 1 / 3, 255, 65536, 2147483647, 2147483648, -2147483648, -2147483649, 4294967295,
  4294967296, 4503599627370495.5, 9007199254740991, 9007199254740992, -9007199254740991, -9007199254740992, 9223372036854775807,
  1e20, 123456789012345680000, 999999999999999900000, 1e21, 1e22, -1e21, 1.7976931348623157e308, -1.7976931348623157e308,
]; // prettier-ignore

const text = fc.oneof(
  fc.constantFrom(...hardTexts),
  fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replaceAll('\0', '')),
  fc
    .array(fc.constantFrom('a', 'b', '-', ',', ' ', '$', '\\', '.', 'é', '😀', '\ud83d'), { maxLength: 10 })
    .map((parts) => parts.join('')),
);
const separator = fc.oneof(
  fc.constantFrom('', ' ', '-', ',', '.', 'a', 'ab', 'aa', '$', '\\', '|', '😀', '\ud83d', '$&', '\n'),
  text,
);
const number = fc
  .oneof(
    fc.constantFrom(...hardNumbers),
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, maxExcluded: true, minExcluded: true }),
    fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))
      .map(([n, power]) => n / 10 ** power),
  )
  .map((value) => value + 0);
const index = fc.oneof(
  fc.integer({ min: -12, max: 12 }),
  fc.constantFrom(
    0,
    0.9,
    -0.9,
    1.5,
    -1.5,
    2147483648,
    -2147483649,
    4294967296,
    9007199254740991,
    1e300,
    -1e300,
  ),
);
const scalar = fc.oneof(text, number, fc.boolean());
const element = fc.oneof(scalar, fc.constant(undefined));
const key = fc
  .oneof(
    fc.constantFrom(
      '0',
      '1',
      '9',
      '10',
      '01',
      '-1',
      '1.5',
      '4294967294',
      '4294967295',
      '99999999999',
      'class',
      'size',
      'get',
      'empty',
      '',
    ),
    text,
  )
  .filter((each) => each !== '__proto__' && each !== 'metaClass');
const list = fc.oneof(
  fc.array(element, { maxLength: 8 }),
  fc.array(scalar, { minLength: 100, maxLength: 100 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    element,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

/** Generators by domain. */
export const hostile: { readonly [domain in Domain]: fc.Arbitrary<unknown> } = {
  text,
  separator,
  numeral: fc.oneof(fc.constantFrom(...numerals), number.map(String), text),
  number,
  index,
  count: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constantFrom(0.9, 2.9, -0.5, 2147483648, 1e300)),
  digits: fc.oneof(fc.integer({ min: 0, max: 25 }), fc.constantFrom(-1, 0.9, 100, 101, 1e300)),
  ten: fc.constant(10),
  list,
  set: fc.uniqueArray(text, { maxLength: 8 }),
  lists: fc.array(fc.array(element, { maxLength: 4 }), { maxLength: 4 }),
  size: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom(0.9, -0.5, 1.5, 4294967296, 1e300)),
  record: fc
    .uniqueArray(fc.tuple(key, element), { selector: ([name]) => name, maxLength: 8 })
    .map((entries) => Object.fromEntries(entries.filter(([, each]) => each !== undefined))),
  pairs: fc.array(fc.tuple(key, scalar), { maxLength: 8 }),
  value,
  scalar,
};
