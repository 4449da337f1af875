/** Traps 17 to 19, 21, 24 and 25: conditions, equality, closures, defaults, failures. */
import type { TrapProgram } from './trap';

export const controlFlow: readonly TrapProgram[] = [
  {
    title: 'trap 17: an empty list and an empty object are true, zero is no condition',
    module: `interface Group { readonly inner?: number }
function present(group: Group | undefined): boolean { return group ? true : false; }`,
    body: `const list: readonly string[] = []; const group: { readonly [key: string]: string } = {}; const absent: readonly string[] | undefined = [list][1];
    if (list) say('list'); if (group) say('group'); if (absent) say('never'); if (!list) say('never');
    say(present({})); say(present(undefined)); say([list].filter((each) => each.length === 0 && !absent).length);
    say([[], ['a']].some((each) => each.length > 0)); let rounds = 0; while (list && rounds < 2) rounds++; say(rounds);`,
    said: ['"list"', '"group"', 'true', 'false', '1', 'true', '2'],
  },
  {
    title: 'trap 18: equality compares values of one type',
    body: `const text: string = '1'; const n: number = 1; const flag: boolean = true; const absent: string | undefined = ['x'][3];
    say(text === '1'); say(\`\${n}\` === text); say(flag === true); say(absent === undefined); say(absent === text); say('a' !== text);
    switch (n) { case 1: say('one'); break; default: say('other'); }
    switch (text) { case '1': case '2': say('text'); break; default: say('other'); }
    say(n === Math.floor(1.9)); say([1, 2].length === 2);`,
    said: ['true', 'true', 'true', 'true', 'false', 'true', '"one"', '"text"', 'true', 'true'],
  },
  {
    title: 'trap 19: a callback gets the arguments that it names, and a list as one of them',
    module: `function tagOf(name: string, prefix?: string): string { return \`\${prefix ?? 'none'}-\${name}\`; }`,
    body: `const rows = [['a', 'b'], ['c', 'd']];
    say(['x', 'y'].map((name) => tagOf(name))); say(rows.map((row) => row.length)); say(rows.map((row, index) => \`\${row.length}\${index}\`));
    say(Object.entries({ a: 1 }).map(([key, value]) => \`\${key}\${value}\`)); say(rows.flatMap((row) => [row]));
    say([{ id: 'i', size: 2 }].map(({ id, size: n }) => id + \`\${n}\`)); say(rows.reduce((count, row) => count + row.length, 0));
    say(rows.find((row) => row.includes('c')) ?? []); rows.forEach((row) => { say(row); });`,
    said: [
      '["none-x","none-y"]',
      '[2,2]',
      '["20","21"]',
      '["a1"]',
      '[["a","b"],["c","d"]]',
      '["i2"]',
      '4',
      '["c","d"]',
      '["a","b"]',
      '["c","d"]',
    ],
  },
  {
    title: 'trap 21: a default value may use a step, and runs only when the argument is absent',
    module: `function named(name: string = stage('asked', () => 'answer')): string { return name; }
function taken({ name = stage('asked too', () => 'second') }: { readonly name?: string }): string { return name; }`,
    body: `say(named()); say(named('stated')); say(named('')); say(taken({})); say(taken({ name: 'stated' }));
    const late = (name: string = stage('late', () => 'third')): string => name; say(late()); say(late('x'));`,
    said: ['"answer"', '"stated"', '""', '"second"', '"stated"', '"third"', '"x"'],
  },
  {
    title: 'trap 24: each round of a loop has a variable of its own',
    body: `const later: (() => string)[] = [];
    for (const name of ['a', 'b']) later.push(() => name);
    for (let i = 0; i < 2; i++) later.push(() => \`\${i}\`);
    for (const [key, value] of Object.entries({ k: 1, l: 2 })) later.push(() => \`\${key}\${value}\`);
    let rounds = 0; while (rounds < 2) { rounds++; const kept = rounds; later.push(() => \`w\${kept}\`); }
    say(later.map((each) => each()));
    const branches: { [name: string]: () => void } = {}; for (const name of ['x', 'y']) branches[name] = () => { say(name); }; parallel(branches);`,
    said: ['["a","b","0","1","k1","l2","w1","w2"]', '"x"', '"y"'],
  },
  {
    title: 'trap 25: a failure is caught with its message, and none in finally masks it',
    body: `stage('s', () => { try { try { throw new Error('first'); } finally { throw new Error('second'); } } catch (failure) { if (failure instanceof Error) say(failure.message); } });
    try { breaking('pure'); } catch (failure) { say(failure instanceof Error ? failure.message : 'never'); } finally { say('finally'); }
    try { try { say('body'); } finally { throw new Error('only'); } } catch (failure) { if (failure instanceof Error) say(failure.message); }`,
    module: `function breaking(message: string): void { throw new Error(message); }`,
    said: ['Failed while cleaning up, too: second', '"first"', '"pure"', '"finally"', '"body"', '"only"'],
  },
];
