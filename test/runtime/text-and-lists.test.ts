/** Every helper against JavaScript itself, over all combinations of hostile values. */
import { GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { finite } from '../../src/direct/values';
import { asResult, callHelpers, readDoubles, type HelperCall, type HelperResult } from './helpers';

interface Check extends HelperCall {
  readonly expected: () => unknown;
}

const texts = [
  '',
  'a',
  'abc',
  ' a b ',
  'a,b,,',
  ',',
  'aXbXX',
  'ÄΣ ß İ',
  '😀x\ud83d',
  '\ufeff\u00a0 \u2028a\u0085\u0001',
  'a.b$c\\d',
  'x\r\n\n',
  '$&',
];
const separators = ['', ',', 'X', 'XX', 'a', '.', '$', '\\', '😀', ' '];
const replacements = ['', '-', '$', '$$', '$&$&', "$`|$'", '$1$01$10$0', '$<a>', '\\1', 'é'];
const indexes = [0, 1, -1, 2, -2, 5, -5, 1.5, -1.5, 1e10, -1e10];
const numbers = [
  ...[
    0, 1, -1, 2.5, -2.5, 0.1, 0.2, 0.49999999999999994, 1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 5e-324,
    1.5e-323,
  ],
  ...[
    2e-322,
    1.7976931348623157e308,
    9007199254740991,
    9007199254740993,
    -9007199254740991,
    2 ** 31,
    2 ** 53 - 2,
    2e23,
    2 ** -44,
  ],
  ...[0.1 + 0.2, 100, 1e300, 4.35, 1 / 3, 123456.789, -0.000001234, 1e23, 9.5367431640625e-7],
];
const lists: unknown[][] = [
  [],
  [1],
  ['a', 'b', 'a'],
  [3, 1, 2.5],
  ['a', null, 'b'],
  [[1], [2, 3]],
  [true, 'true', 1, '1'],
];
const records: { [key: string]: unknown }[] = [
  {},
  { b: 1, a: 'x' },
  { b: 1, '10': 2, '9': 3, '01': 4, '-1': 5, '4294967294': 6, '4294967295': 7, '1.5': 8 },
  {
    z: { y: [] },
    text: 'é"\\/\b\f\n\r\t\u0000\u001f\u2028\ud83d😀\udc00',
    list: [null, {}, []],
    absent: null,
  },
];

function* checks(): Generator<Check> {
  for (const text of texts) {
    yield check('Text.trim', [text], () => text.trim());
    yield check('Text.toLowerCase', [text], () => text.toLowerCase());
    yield check('Text.toUpperCase', [text], () => text.toUpperCase());
    yield check('Text.withoutTrailingNewlines', [text], () => text.replace(/[\r\n]+$/, ''));
    yield check('Text.of', [text], () => text);
    for (const index of indexes) {
      yield check('Text.charAt', [text, index], () => text.charAt(index));
      yield check('Text.slice', [text, index], () => text.slice(index));
      if (Math.abs(index) < 1e6) {
        yield check('Text.padStart', [text, index], () => text.padStart(index));
        yield check('Text.padEnd', [text, index, 'xy'], () => text.padEnd(index, 'xy'));
      }
      if (index >= 0 && index < 1e6) {
        yield check('Text.repeat', [text, index], () => text.repeat(index));
      }
      for (const end of indexes) {
        yield check('Text.slice', [text, index, end], () => text.slice(index, end));
      }
    }
    for (const part of separators) {
      yield check('Text.split', [text, part], () => text.split(part));
      yield check('Text.padStart', [text, 7, part], () => text.padStart(7, part));
      for (const replacement of replacements) {
        yield check('Text.replace', [text, part, replacement], () => text.replace(part, replacement));
        yield check('Text.replaceAll', [text, part, replacement], () => text.replaceAll(part, replacement));
      }
    }
  }
  for (const list of lists) {
    for (const separator of ['', ', ']) {
      yield check('Lists.join', [list, separator], () => list.join(separator));
    }
    yield check('Lists.entries', [list], () => [...list.entries()]);
    yield check('Lists.elements', [[...list.entries()]], () => list);
    yield check('Lists.reverse', [list], () => list.toReversed());
    yield check('Lists.isList', [list], () => true);
    yield check('Text.of', [list], () => String(list));
    yield check('Json.stringify', [list], () => JSON.stringify(list));
    yield check('Json.stringify', [list, 3], () => JSON.stringify(list, undefined, 3));
    for (const index of indexes) {
      yield check('Lists.slice', [list, index], () => list.slice(index));
      yield check('Lists.at', [list, index], () => list[index]);
      for (const end of indexes) {
        yield check('Lists.slice', [list, index, end], () => list.slice(index, end));
      }
    }
    for (const element of ['a', 'b', 'true', true, 1, 2.5, '1']) {
      yield check('Lists.includes', [list, element], () => list.includes(element));
      yield check('Lists.indexOf', [list, element], () => list.indexOf(element));
    }
  }
  for (const record of records) {
    yield check('Maps.keys', [record], () => Object.keys(record));
    yield check('Maps.values', [record], () => Object.values(record));
    yield check('Maps.entries', [record], () => Object.entries(record));
    yield check('Maps.fromEntries', [Object.entries(record)], () => record);
    // An absent value is `undefined` in JavaScript: the key is not written.
    const present = (): unknown =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
    yield check('Json.stringify', [record], () => JSON.stringify(present()));
    yield check('Json.stringify', [record, 2], () => JSON.stringify(present(), undefined, 2));
    yield check('Lists.isList', [record], () => false);
  }
  for (const left of numbers) {
    yield check('Text.of', [left], () => String(left));
    yield check('Json.stringify', [left], () => JSON.stringify(left));
    yield check('Numbers.floor', [left], () => Math.floor(left));
    yield check('Numbers.ceil', [left], () => Math.ceil(left));
    yield check('Numbers.round', [left], () => Math.round(left));
    yield check('Numbers.trunc', [left], () => Math.trunc(left));
    yield check('Numbers.abs', [left], () => Math.abs(left));
    yield check('Numbers.isInteger', [left], () => Number.isInteger(left));
    for (const right of numbers) {
      yield check('Numbers.add', [left, right], () => finite(left + right));
      yield check('Numbers.subtract', [left, right], () => finite(left - right));
      yield check('Numbers.multiply', [left, right], () => finite(left * right));
      yield check('Numbers.divide', [left, right], () => finite(left / right));
      yield check('Numbers.remainder', [left, right], () => finite(left % right));
      yield check('Numbers.min', [left, right], () => Math.min(left, right));
      yield check('Numbers.max', [left, right], () => Math.max(left, right));
    }
  }
  for (const number of someDoubles(2000)) {
    yield check('Text.of', [number], () => String(number));
  }
}

/** Doubles of every size; the same in every run. */
function* someDoubles(count: number): Generator<number> {
  const view = new DataView(new ArrayBuffer(8));
  let seed = 1n;
  for (let index = 0; index < count; index++) {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    view.setBigUint64(0, seed ^ (seed >> 29n));
    const number = view.getFloat64(0);
    if (Number.isFinite(number)) {
      yield number;
      yield Number(number.toPrecision(3));
    }
  }
}

function check(helper: string, values: readonly unknown[], expected: () => unknown): Check {
  return { helper, values, expected };
}

describeWithJava('runtime helpers do what JavaScript does', () => {
  test(
    'for all combinations of hostile values',
    async () => {
      // A call may change its arguments, so what is expected is computed from copies that Groovy never sees.
      const all = [...checks()];
      const results = await callHelpers(all.map(({ helper, values }) => ({ helper, values })));
      const differing = all.flatMap(({ helper, values, expected }, index) => {
        const actual = readDoubles(results[index]);
        const wanted = outcomeOf(expected);
        return JSON.stringify(actual) === JSON.stringify(wanted) || equalMaps(actual, wanted)
          ? []
          : [{ call: `${helper}(${JSON.stringify(values).slice(1, -1)})`, actual, wanted }];
      });
      expect(differing.slice(0, 20)).toEqual([]);
      expect(all.length).toBeGreaterThan(10_000);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );

  test(
    'a negative count is refused with the words of JavaScript',
    async () => {
      const [result] = await callHelpers([{ helper: 'Text.repeat', values: ['a', -1] }]);
      expect(() => 'a'.repeat(-1)).toThrow((result as { thrown: string }).thrown);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});

/** What JavaScript gives, or fails with where gig-ci differs: no result is infinite. */
function outcomeOf(expected: () => unknown): HelperResult {
  try {
    return { value: asResult(expected()) };
  } catch (failure) {
    return { thrown: String(failure instanceof Error ? failure.message : failure) };
  }
}

/** The order of keys is compared where a helper gives a list of them. */
function equalMaps(actual: unknown, wanted: unknown): boolean {
  try {
    expect(actual).toEqual(wanted);
    return true;
  } catch {
    return false;
  }
}
