/** Traps 1 to 7: names, static types, numbers. */
import type { TrapProgram } from './trap';

export const namesAndNumbers: readonly TrapProgram[] = [
  {
    title: 'trap 1: a local named like a step does not stand in for the step',
    body: `const error = 'e'; const withEnv = 'w'; const Text = 'T'; const Numbers = [error, withEnv];
    node('linux', () => { sh\`run \${withEnv}\`; });
    try { throw new Error(error + Text.toUpperCase()); } catch (failure) { if (failure instanceof Error) say(failure.message); }
    say(Numbers); say(Numbers.length / 4);`,
    said: ['"eT"', '["e","w"]', '0.5'],
  },
  {
    title: 'trap 2: a name of an inner scope is its own',
    body: `const text = 'outer'; const parts: string[] = [];
    if (parts.length === 0) { const text = 'inner'; parts.push(text); }
    for (const text of ['loop']) { parts.push(text); ['callback'].forEach((text) => { parts.push(text); }); }
    try { const text = 'attempt'; parts.push(text); } finally { const text = 'finally'; parts.push(text); }
    parts.push(text); say(parts);`,
    said: ['["inner","loop","callback","attempt","finally","outer"]'],
  },
  {
    title: 'trap 3: a number keeps its fraction, an absent boolean stays absent',
    module: `function half(n: number): number { return n / 2; }
function known(flag?: boolean): string { return flag === undefined ? 'absent' : flag ? 'yes' : 'no'; }
function kept(n: number): number { const copy: number = n; let other: number = copy; other += 0.25; return other; }`,
    body: `say(half(5)); say(known()); say(known(false)); say(kept(1)); say([1.5].map((n) => n)[0] ?? 0);`,
    said: ['2.5', '"absent"', '"no"', '1.25', '1.5'],
  },
  {
    title: 'trap 4: whole numbers do not wrap',
    body: `const million = 1000000; say(million * 3000); let n = 2147483647; n++; say(n); n += 2147483647; say(n);
    const large = 9007199254740992; say(large + 1); const largest = 9007199254740991; say(largest + 2 === largest + 1); say(large * 2048); say(3000000000 * 3000000000); say(-large - 1);
    let negative = -2147483648; negative--; say(negative); say(Math.abs(negative));`,
    said: [
      '3000000000',
      '2147483648',
      '4294967295',
      '9007199254740992',
      'true',
      '18446744073709552000',
      '9000000000000000000',
      '-9007199254740992',
      '-2147483649',
      '2147483649',
    ],
  },
  {
    title: 'trap 5: a number is found whatever Java class it has, and is an index',
    body: `const list = [1, 2, 3]; const two = list.length - 1; const made = Math.floor(5 / 2); const half = 1 / 2;
    say(list.includes(two)); say(list.indexOf(made)); say([0.5, 2].includes(made)); say([0.5].includes(half));
    say(list[two] ?? 0); say(list[made] ?? 0); say(made === two);`,
    said: ['true', '1', 'true', 'true', '3', '3', 'true'],
  },
  {
    title: 'trap 6: division and fractions are doubles, printed as JavaScript prints them',
    body: `const one = 1; const tenth = 0.1; say(one / 3); say(tenth + 0.2); say(\`\${tenth * 1000}\`); say(7 / 2 === 3.5);
    say(10 / 5); say(\`\${one / 4}\`); say(String(100.0)); say(1e21); say(0.000001); say(1e-7); say(\`\${one * 1e21} \${tenth / 100000}\`); say(5 % 3); say(-5 % 3);`,
    said: [
      '0.3333333333333333',
      '0.30000000000000004',
      '"100"',
      'true',
      '2',
      '"0.25"',
      '"100"',
      '1e+21',
      '0.000001',
      '1e-7',
      '"1e+21 0.000001"',
      '2',
      '-2',
    ],
  },
  {
    title: 'trap 7: a comparison that gives less than one decides',
    module: `function ordered(list: readonly number[]): number[] { return list.toSorted((a, b) => a - b); }
function inPlace(list: readonly string[]): string[] { const copy = [...list]; copy.sort((a, b) => (a < b ? -0.5 : 0.5)); return copy; }`,
    body: `say(ordered([0.3, 0.1, 0.2, -0.1])); say(inPlace(['b', 'c', 'a']));`,
    said: ['[-0.1,0.1,0.2,0.3]', '["a","b","c"]'],
  },
];
