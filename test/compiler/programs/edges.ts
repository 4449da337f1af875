/** Where JavaScript and Groovy would part if each construct were simply printed. */
import type { Programs } from './program';

const notFinite = 'not a finite number: a division by zero, or too large';

export const edges: Programs = {
  'a tuple and a constant list have a length': [
    `const list = ['a', 'b'] as const; const couple: readonly [string, number] = ['a', 1];
    const absent: { couple?: readonly [string, string] } = {};
    say(list.length); say(couple.length + 1); say(NAMES.length); say(absent.couple?.length ?? 'none');
    const box = { length: 5 }; const { length } = box; say(length); say(box.length + 1);`,
    '2',
    '3',
    '2',
    '"none"',
    '5',
    '6',
  ],
  'every list method takes a callback with steps': [
    `say(['a', 'b'].reduce((text, each) => { echo(each); return text + each; }, '-'));
    say(['a'].flatMap((each) => { echo(each); return [each, each]; }));
    say([[1], [2]].flatMap((each) => { echo('q'); return [each]; }));
    say(['a', 'b'].findIndex((each) => { echo(each); return each === 'b'; }));
    say(['a'].findIndex((each) => { echo(each); return each === 'z'; }));`,
    'a',
    'b',
    '"-ab"',
    'a',
    '["a","a"]',
    'q',
    'q',
    '[[1],[2]]',
    'a',
    'b',
    '1',
    'a',
    '-1',
  ],
  'behind ?. nothing is evaluated when the value in front is absent': [
    `const absent: { list?: string[]; hook?: (text: string) => string } = {};
    const mark = (text: string): string => { echo(text); return text; };
    absent.list?.forEach((each) => { echo(each); });
    say(absent.list?.map((each) => { echo(each); return each; }).length ?? -1);
    say(absent.list?.map((each) => { echo(each); return each; }).join(',') ?? 'none');
    say(absent.list?.reduce((text, each) => { echo(each); return text + each; }, stage('never', () => 'n')) ?? 'none');
    absent.hook?.(mark('never')); say(absent.hook?.(mark('never')) ?? 'none');
    const there: { list?: string[]; hook?: (text: string) => string } = { list: ['a'], hook: (text) => text + '!' };
    say(there.list?.map((each) => { echo(each); return each; }).join(',') ?? 'none');
    say(there.hook?.(mark('x')) ?? 'none'); there.hook?.(stage('s', () => mark('y')));`,
    '-1',
    '"none"',
    '"none"',
    '"none"',
    'a',
    '"a"',
    'x',
    '"x!"',
    'y',
  ],
  'throw and try in a callback without steps': [
    `try { ['a'].forEach((each) => { if (each === 'a') throw new Error('boom'); }); } catch (failure) { if (failure instanceof Error) say(failure.message); }
    say(['a', 'b'].map((each) => { try { if (each === 'a') throw new Error(each); return each; } catch { return 'caught'; } finally { say('end'); } }));`,
    '"boom"',
    '"end"',
    '"end"',
    '["caught","b"]',
  ],
  'an error is kept until later': [
    `let failed: Error | undefined; try { throw new Error('boom'); } catch (failure) { if (failure instanceof Error) failed = failure; }
    say(failed === undefined ? 'none' : failed.message);`,
    '"boom"',
  ],
  'entries and fields are assigned in steps': [
    `const record: { [key: string]: number } = {}; const key: string = 'a';
    record[key] = (record[key] ?? 0) + 2; say(record);
    const fixed = { x: 1, y: 2 }; const chosen: 'x' | 'y' = 'x';
    fixed[chosen] += 3; fixed[chosen]++; fixed[chosen] *= 2; say(fixed);
    const deep = { inner: { count: 1 } }; deep.inner.count += 4; deep.inner.count--; say(deep.inner.count);`,
    '{"a":2}',
    '{"x":10,"y":2}',
    '4',
  ],
  'an object has the entries that it was given': [
    `const record: { [key: string]: string } = {}; const meta = 'meta' + 'Class'; const prototype = '__pro' + 'to__';
    const inherited = 'construct' + 'or';
    say(record[inherited] ?? 'none');
    record[meta] = 'x'; record[prototype] = 'y';
    say(record[meta] ?? 'none'); say(record[prototype] ?? 'none'); say(Object.keys(record)); say({ ...record });`,
    '"none"',
    '"x"',
    '"y"',
    '["metaClass","__proto__"]',
    '{"metaClass":"x","__proto__":"y"}',
  ],
  'JSON leaves functions out': [
    `say({ a: 1, run: () => 1, list: [() => 1, 2] });`,
    '{"a":1,"list":[null,2]}',
  ],
  'arithmetic without a finite result fails': [
    `const zero = [1].length - 1; const huge = 1e308;
    const attempt = (compute: () => number): string => { try { return String(compute()); } catch (failure) { return failure instanceof Error ? failure.message : '?'; } };
    say(attempt(() => 1 / zero)); say(attempt(() => zero / zero)); say(attempt(() => 5 % zero)); say(attempt(() => huge * 10));
    say(attempt(() => huge + huge));
    let product = huge; say(attempt(() => { product *= 10; return product; })); say(attempt(() => 7 / 2));`,
    ...Array.from({ length: 6 }, () => JSON.stringify(notFinite)),
    '"3.5"',
  ],
  'arithmetic without a finite result fails in a pure function': [
    `try { say(1 / ([1].length - 1)); } catch (failure) { if (failure instanceof Error) say(failure.message); }`,
    JSON.stringify(notFinite),
  ],
  'zero has no sign': [
    `const zero = [1].length - 1; say(-zero); say(Math.round(-0.2)); say(Math.ceil(-0.5)); say(\`\${-zero}\`); say(-zero * 5); say([0].includes(-zero));`,
    '0',
    '0',
    '0',
    '"0"',
    '0',
    'true',
  ],
  'what stands in for an absent value does not stand in for an empty one': [
    `const record: { [key: string]: string } = { empty: '', full: 'x' };
    const lists: { [key: string]: string[] } = { empty: [] };
    const flags: { [key: string]: boolean } = { no: false };
    const numbers: { [key: string]: number } = { zero: 0 };
    const choice = (text: 'a' | 'b' | undefined): string => text ?? '';
    say([record['empty'] ?? 'y', record['none'] ?? 'y', record['none'] ?? '', record['full'] ?? '']);
    say([flags['no'] ?? true, flags['none'] ?? true, flags['none'] ?? false, numbers['zero'] ?? 3]);
    say([choice('b'), choice(undefined)]);
    const same = lists['empty'] ?? []; same.push('pushed'); say(lists);
    const partly: { empty?: string; none?: string } = { empty: '' }; const { empty = 'y', none = '' } = partly; say([empty, none]);`,
    '["","y","","x"]',
    '[false,true,false,0]',
    '["b",""]',
    '{"empty":["pushed"]}',
    '["",""]',
  ],
  'a callback takes apart what it is given': [
    `const parts: { name: string; size: number; tags: string[] }[] = [{ name: 'b', size: 2, tags: [] }, { name: 'a', size: 1, tags: ['x'] }];
    say(parts.map(({ name }) => name)); say(parts.filter(({ size: count }) => count > 1).length);
    say(parts.map(({ name, tags }, index) => \`\${index}\${name}\${tags.map((tag) => tag + name).join('')}\`));
    parts.forEach(({ name, tags }) => tags.push(name)); say(parts.map(({ tags }) => tags));
    const renamed = (part: { name: string }): string => { part.name = 'new'; return 'done '; };
    say(parts.map((part) => part).map(({ name, size }) => \`\${size}\${name}\`));
    const other: { name: string; size: number; tags: string[] } = { name: 'old', size: 0, tags: [] };
    say([other].map(({ name }) => renamed(other) + name));`,
    '["b","a"]',
    '1',
    '["0b","1axa"]',
    '[["b"],["x","a"]]',
    '["2b","1a"]',
    '["done old"]',
  ],
  'a value that needs statements is built up in its variable': [
    `const record: { [key: string]: string } = { a: '1' };
    const command = (text: string): string => { echo(text); return text; };
    const first = record['a'] === '1' ? command('yes') : 'no'; say(first);
    const both = record['a'] === '1' && [command('both')].every((each) => { echo(each); return each !== ''; }); say(both);
    let wide: string | number = record['b'] === undefined ? command('none') : 'some'; say(wide); wide = 1; say(wide);
    const { text } = record['b'] === undefined ? { text: command('four') } : { text: '' }; say(text);`,
    'yes',
    '"yes"',
    'both',
    'both',
    'true',
    'none',
    '"none"',
    '1',
    'four',
    '"four"',
  ],
  'the last case may be empty': [
    `const kind = (text: string): string => { let found = 'none'; switch (text) { case 'a': found = 'A'; break; default: } return found; };
    say([kind('a'), kind('b')]);
    for (const text of ['a', 'b']) { switch (text) { case 'a': say(text); break; case 'b':
      // Nothing is said.
    } }`,
    '["A","none"]',
    '"a"',
  ],
  'a value of which only its presence is known is no map': [
    `const shown = (value: unknown): string => {
      if (value === undefined) return 'none';
      const present = value;
      return JSON.stringify([present]);
    };
    const first = <Value,>(value: Value | undefined, otherwise: Value): Value => {
      if (value !== undefined) { const present = value; return present; }
      return otherwise;
    };
    const chosen = <Value,>(value: Value, otherwise: NonNullable<Value>): NonNullable<Value> => value ?? otherwise;
    const none = {};
    for (const value of ['a', 1, true, ['b'], { c: 1 }]) say(shown(value));
    say(first('a', 'b') + first(given().text, 'c')); say(chosen<string>('d', 'e')); say([{ ...none, f: 1 }, Object.keys(none)]);`,
    '"[\\"a\\"]"',
    '"[1]"',
    '"[true]"',
    '"[[\\"b\\"]]"',
    '"[{\\"c\\":1}]"',
    '"ac"',
    '"d"',
    '[{"f":1},[]]',
  ],
};
