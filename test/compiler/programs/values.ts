/** Texts, lists, objects, functions, failures, names. */
import type { Programs } from './program';

export const values: Programs = {
  'texts: templates, joining, numbers and booleans in them, keys made of them': [
    `const n = 1.0; const flag = true; const name = 'x';
    say(\`\${name}\${n}\${flag}\`); say('n=' + n); say(n + name); say(flag + name); say(\`\${n}\`); say(\`\${name}\`);
    say(\`\${flag}\`); say(\`\${name.length}\`);
    const record: { [key: string]: number } = {};
    record[\`\${name}-1\`] = 5;
    record.plain = 6;
    say(record['x-1'] ?? 0); say(record); say([\`\${name}!\`].includes('x!')); say({ [\`k\${name}\`]: 1 });
    let text = 'a'; text += \`b\${n}\`; text += 'c'; say(text);
    say('dollar $ {brace} \\\\ "quote" \\'single\\' \\u00e4 \\t tab');
    say(\`several
lines \${name}\`);`,
    '"x1true"',
    '"n=1"',
    '"1x"',
    '"truex"',
    '"1"',
    '"x"',
    '"true"',
    '"1"',
    '5',
    '{"x-1":5,"plain":6}',
    'true',
    '{"kx":1}',
    '"ab1c"',
    JSON.stringify('dollar $ {brace} \\ "quote" \'single\' \u00e4 \t tab'),
    '"several\\nlines x"',
  ],
  'lists and objects: spread copies, order of keys, names that Groovy claims': [
    `const list = [2, 3];
    const copy = [...list]; copy.push(4);
    say(list); say([1, ...list, ...copy, 5]); say([[1], ...[[2]]]); say([...[], 'a']);
    const object = { class: 'c', size: 1, empty: false, properties: 'p', keys: ['k'], if: 2 };
    say(object.class); say(object.size); say(object.empty); say(object.properties); say(object.keys); say(object.if);
    const changed = { a: 0, ...object, size: 9, b: 1 };
    say(changed); say(object.size);
    const mixed = { b: 1, '10': 'x', a: 2, '9': 'y' };
    say(Object.keys(mixed)); say(mixed);`,
    '[2,3]',
    '[1,2,3,2,3,4,5]',
    '[[1],[2]]',
    '["a"]',
    '"c"',
    '1',
    'false',
    '"p"',
    '["k"]',
    '2',
    '{"a":0,"class":"c","size":9,"empty":false,"properties":"p","keys":["k"],"if":2,"b":1}',
    '1',
    '["9","10","b","a"]',
    '{"9":"y","10":"x","b":1,"a":2}',
  ],
  'elements: absent outside the list, counted from the front only': [
    `const list = ['a', 'b'];
    const at = (index: number): string => list[index] ?? 'none';
    say(at(0)); say(at(1)); say(at(2)); say(at(-1)); say(list[0] ?? ''); say(list[5] ?? 'none');
    const [first, , third] = ['x', 'y', 'z'];
    say(first ?? ''); say(third ?? '');
    const short: readonly string[] = ['x'];
    const [only, missing] = short;
    say(only ?? ''); say(missing ?? 'missing');`,
    '"a"',
    '"b"',
    '"none"',
    '"none"',
    '"a"',
    '"none"',
    '"x"',
    '"z"',
    '"x"',
    '"missing"',
  ],
  'builtins with callbacks, also with a step inside': [
    `const names = ['b', 'a', 'c'];
    say(names.map((name, index) => \`\${name}\${index}\`));
    say(names.filter((name) => name !== 'a').map((name) => name.toUpperCase()).join('+'));
    say(names.map((name) => { echo(name); return name; }).length);
    say(names.some((name) => name === 'a')); say(names.every((name) => name === 'a')); say(names.find((name) => name > 'a') ?? '');
    names.forEach((name) => { if (name === 'a') return; say(name); });
    say(sorted(names)); say(names);
    say([1, 2, 3].reduce((sum, n) => sum + n, 0));
    say(Object.entries({ a: 1, b: 2 }).map(([key, value]) => \`\${key}=\${value}\`));`,
    '["b0","a1","c2"]',
    '"B+C"',
    'b',
    'a',
    'c',
    '3',
    'true',
    'false',
    '"b"',
    '"b"',
    '"c"',
    '["a","b","c"]',
    '["b","a","c"]',
    '6',
    '["a=1","b=2"]',
  ],
  'a failure is caught, an own failure in finally does not mask the first one': [
    `try { throw new Error('first'); } catch (failure) { say(failure instanceof Error ? failure.message : ''); } finally { say('finally'); }
    try { failing('pure'); } catch (failure) { if (failure instanceof Error) say(failure.message); else say('never'); }
    try {
      try { throw new Error('inner'); } finally { throw new Error('later'); }
    } catch (failure) { say(failure instanceof Error ? failure.message : ''); }
    try { try { say('body'); } finally { throw new Error('only'); } } catch (failure) { say(failure instanceof Error ? failure.message : ''); }
    say(tried(true)); say(tried(false));`,
    '"first"',
    '"finally"',
    '"pure"',
    'Failed while cleaning up, too: later',
    '"inner"',
    '"body"',
    '"only"',
    '"clean"',
    '"caught"',
    '"clean"',
    '"returned"',
  ],
  'functions: optional and default parameters, recursion, several results': [
    `say(greet('a')); say(greet('a', 'b')); say(greet('a', 'b', 3)); say(factorial(5)); say(pair({ left: 'l' })); say(pair({ left: 'l', right: 'r' }));
    const later = (name: string, times: number = 2): string => name.repeat(times);
    say(later('x')); say(later('x', 3));
    const two: (a: string, b: string) => string = (a) => a;
    say(two('only', 'ignored'));`,
    '"a and nobody 1"',
    '"a and b 1"',
    '"a and b 3"',
    '120',
    '"l,none"',
    '"l,r"',
    '"xx"',
    '"xxx"',
    '"only"',
  ],
  'constants of the module': [
    `say(LIMIT); say(IMAGES.postgres); say(IMAGES); say(NAMES.join(',')); say(\`\${IMAGES.postgres}!\`); say(-LIMIT + 1);`,
    '3',
    '"postgres:15"',
    '{"postgres":"postgres:15","tags":["a","b"]}',
    '"x,y"',
    '"postgres:15!"',
    '-2',
  ],
  'names of Groovy and of steps are free for locals': [
    `const def = 1; const it = 'it'; const owner = 'o'; const error = 'e'; const echoed = 'x'; const size = [def];
    const parameters = { def };
    const stageNames = ['a'];
    for (const sh of stageNames) { say(sh); }
    if (def > 0) { const inner = 'one'; say(inner); } else { const inner = 'two'; say(inner); }
    stage('s', () => { const inner = it + owner + error + echoed; say(inner); });
    say(size); say(parameters);
    if (size.length === 2) throw new Error(error);`,
    '"a"',
    '"one"',
    '"itoex"',
    '[1]',
    '{"def":1}',
  ],
  'conditions that need statements': [
    `let n = 0;
    const next = (): number | undefined => { n++; return n < 3 ? n : undefined; };
    while ((next() ?? 10) < 5) { say('round'); }
    const flag = n > 2 && (next() ?? 0) === 0;
    say(flag); say(n);
    const text = flag ? (given().text ?? 'chosen') : (next() ?? 'never');
    say(text); say(n);`,
    '"round"',
    '"round"',
    'true',
    '4',
    '"chosen"',
    '4',
  ],
  'values of several kinds in a text': [
    `const values = ['a', 1, true, 0.5, 1e21, false, ''];
    for (const value of values) say(\`\${value}|\`);
    const n = values.length; const chosen = n > 1 ? \`t\${n}\` : n;
    say(\`\${chosen}\`); say([\`\${chosen}\`].includes('t7')); say(\`\${values[3] ?? 'none'}, \${values[9] ?? 'none'}\`);`,
    '"a|"',
    '"1|"',
    '"true|"',
    '"0.5|"',
    '"1e+21|"',
    '"false|"',
    '"|"',
    '"t7"',
    'true',
    '"0.5, none"',
  ],
  'a text made of parts is a text like any other, wherever it goes': [
    `const n = 1; const record: { [key: string]: string } = {};
    const flag = given().flag ?? true;
    const chosen = (flag ? \`a\${n}\` : 'b') + 'c';
    record[flag ? \`k\${n}\` : 'k'] = \`v\${n}\`;
    say(chosen); say(['a1c'].includes(chosen)); say(record['k1'] ?? 'lost'); say([\`x\${n}\`].includes('x1'));
    const make = (): string => flag ? \`made\${n}\` : '';
    say(make() === 'made1'); say({ made1: 'found' }[make() === 'made1' ? 'made1' : 'made1']);
    const texts = [1, 2].map((each) => \`t\${each}\`);
    say(texts.includes('t2')); say(texts.indexOf('t2'));
    const other = given().text ?? \`d\${n}\`;
    say(['d1'].includes(other)); say(greet(\`g\${n}\`)); say(\`\${flag ? \`in\${n}\` : ''}!\`);
    let text = ''; if (flag) text = \`set\${n}\`; say(['set1'].includes(text));
    switch (\`\${text}!\`) { case 'set1!': say('case'); break; default: say('no case'); }
    stage('later', () => { say([text, \`set\${n}\`].every((each) => each === 'set1')); });`,
    '"a1c"',
    'true',
    '"v1"',
    'true',
    'true',
    '"found"',
    'true',
    '1',
    'true',
    '"g1 and nobody 1"',
    '"in1!"',
    'true',
    '"case"',
    'true',
  ],
  'members that begin at the end, sort without a comparison, take any count of numbers': [
    `const command = (text: string): string => { echo(text); return text; };
    const names = ['b', 'B', 'a10', 'a9'];
    say(names.toSorted()); say(names); say(names.sort().length); say(names);
    const { list } = given(); say(list?.toSorted() ?? 'none');
    say(names.findLastIndex((name) => command(name).startsWith('a1')));
    say(Math.max(command('x').length, command('yy').length, command('').length, 1.5));
    say(names.fill(command('z'), names.length - command('yy').length)); say(Object.hasOwn({ z: undefined }, command('z')));`,
    '["B","a10","a9","b"]',
    '["b","B","a10","a9"]',
    '4',
    '["B","a10","a9","b"]',
    '"none"',
    'b',
    'a9',
    'a10',
    '1',
    'x',
    'yy',
    '',
    '2',
    'z',
    'yy',
    '["B","a10","z","z"]',
    'z',
    'true',
  ],
};
