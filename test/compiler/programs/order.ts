/** What is evaluated first: parts of literals that later ones change, targets that the value replaces. */
import type { Programs } from './program';

export const order: Programs = {
  'a list is spread as it is when its turn comes': [
    `const l = ['c', 'a']; const f = (): string | undefined => { l.push('z'); return ' z '; };
    say([...l, l.pop()]); say([...l, l.shift() ?? 0, ...l]); l.push('b'); l.push('a'); say([...l, ...l.sort()]);
    say(['q', ...l, f()?.trim() ?? 'b', ...l]); say([...l, f()?.trim() ?? 'b']); say([...[...l].reverse(), ...l]);`,
    '["c","a","a"]',
    '["c","c"]',
    '["b","a","a","b"]',
    '["q","a","b","z","a","b","z"]',
    '["a","b","z","z"]',
    '["z","z","b","a","a","b","z","z"]',
  ],
  'a list that a function changes is spread as it is when its turn comes': [
    `const l = ['a']; say([...l, grown(l).length]); say([...grown(l), l.pop() ?? '']); say([...l, ...grown(l)]);`,
    '["a",2]',
    '["a","+","+","+"]',
    '["a","+","a","+","+"]',
  ],
  'an object is spread as it is when its turn comes': [
    `const o = { n: 1 }; say({ ...o, x: raised(o) }); say({ ...o, [\`k\${raised(o)}\`]: o.n });
    const r: { [key: string]: string } = { a: 'b' }; const f = (): string | undefined => { r['a'] = 'z'; return ' z '; };
    say({ y: 'q', ...r, x: f()?.trim() ?? 'b' });`,
    '{"n":1,"x":2}',
    '{"n":2,"k3":3}',
    '{"y":"q","a":"b","x":"z"}',
  ],
  'the target of an assignment is found before its value is': [
    `let r: { a?: number } = {}; const first = r; r.a = [1].map((k) => { r = {}; return k; })[0] ?? 0; say([first, r]);
    let s: { [key: string]: number } = {}; const second = s; s['k'] = [1].map((k) => { s = {}; return k; })[0] ?? 0; say([second, s]);`,
    '[{"a":1},{}]',
    '[{"k":1},{}]',
  ],
  'the object and the key of a target stay what they were': [
    `const o: { i: { a?: number; n: number } } = { i: { n: 1 } }; const first = o.i;
    const f = (): number => { o.i = { n: 5 }; return 7; }; o.i.a = f(); say([first, o.i]);
    const second = o.i; o.i.n += f(); say([second, o.i]);
    let r: { [key: string]: string } = {}; let k = 'k'; const third = r;
    const g = (): string | undefined => { r = {}; k = 'other'; return ' z '; };
    r[k] = g()?.trim() ?? 'q'; say([third, r]); r[k] = g() ?? ''; say(r);
    let x = 1; const box: { a?: number } = {}; const h = (): { a?: number } => { x = 2; return box; }; h().a = x; say(box);`,
    '[{"n":1,"a":7},{"n":5}]',
    '[{"n":12},{"n":5}]',
    '[{"k":"z"},{}]',
    '{}',
    '{"a":2}',
  ],
};
