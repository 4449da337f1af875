/** What a block of steps hands back is what its body returned: the same list, object or function, not a copy. */
import type { Programs } from './program';

export const blocks: Programs = {
  'a function that gives nothing hands out nothing where somebody looks': [
    `const list = ['a']; const looked = (body: (text: string) => unknown): void => { say(body('a') === undefined); };
    looked((text) => { list.push(text); }); looked((text) => { if (text === '') return; text.trim(); });
    looked((text) => { try { text.trim(); } finally { text.trim(); } }); looked(() => stage('s', () => { list.push('b'); }));
    looked((text) => { switch (text) { case 'a': text.trim(); break; default: text.trim(); } });
    const nothing = (): undefined => { list.push('c'); }; say(nothing() === undefined);
    const hooks: { readonly hook: () => unknown } = { hook: () => { list.push('d'); } }; say(hooks.hook() === undefined); say(list.length);`,
    'true',
    'true',
    'true',
    'true',
    'true',
    'true',
    'true',
    '5',
  ],
  'an error in JSON has nothing': [
    `try { stage('s', () => { sh\`false\`; }); } catch (failure) { say(failure); say({ failure }); }
    try { throw new Error('x'); } catch (failure) { if (failure instanceof Error) say([failure]); }`,
    '{}',
    '{"failure":{}}',
    '[{}]',
  ],
  'a block hands back the list that its body returned': [
    `const list: string[] = ['a'];
    const same = stage('one', () => list);
    same.push('b');
    list.push('c');
    say(list); say(same);
    const held = lock('x', () => retry(2, () => withEnv({ GIG_X: '1' }, () => same)));
    held.push('d');
    say(list);`,
    '["a","b","c"]',
    '["a","b","c"]',
    '["a","b","c","d"]',
  ],
  'a block hands back the object that its body returned, with what is in it': [
    `const tags: string[] = ['a'];
    const image: { name: string; tags: string[]; digest?: string } = { name: 'x', tags };
    const built = stage('build', () => { echo('building'); return image; });
    built.digest = 'sha';
    built.tags.push('b');
    say(image); say(tags);
    const nested = stage('outer', () => stage('inner', () => [built]));
    nested.forEach((each) => { each.name = 'y'; });
    say(image.name);`,
    'building',
    '{"name":"x","tags":["a","b"],"digest":"sha"}',
    '["a","b"]',
    '"y"',
  ],
  'every branch hands back its own object, and one that two of them return is one': [
    `const shared: string[] = [];
    const results = parallel({
      left: () => { echo('left 1'); shared.push('l'); sleep(2); echo('left 2'); return shared; },
      right: () => { echo('right 1'); shared.push('r'); return shared; },
      own: () => ['own'],
    });
    results['left']?.push('after');
    results['own']?.push('more');
    say(results['right']); say(shared); say(results['own']); say(Object.keys(results));`,
    'left 1',
    'right 1',
    'left 2',
    '["l","r","after"]',
    '["l","r","after"]',
    '["own","more"]',
    '["left","right","own"]',
  ],
  'a body that returns nothing, or nothing yet, is absent outside': [
    `const nothing = stage('none', () => given().text);
    say(nothing ?? 'absent');
    const results = parallel({ a: () => given().count, b: () => 2 });
    say(results['a'] ?? 'absent'); say(results['a'] === undefined); say(results['b'] ?? 0);`,
    '"absent"',
    '"absent"',
    'true',
    '2',
  ],
  'a run that failed leaves nothing behind: the last one counts': [
    `const rounds: string[] = [];
    const kept = retry(3, () => {
      const inner = stage('round', () => rounds);
      inner.push('run');
      if (inner.length < 2) throw new Error('again');
      return inner;
    });
    kept.push('end');
    say(rounds);`,
    '["run","run","end"]',
  ],
  'a block hands back an object that holds itself': [
    `const list: string[] = ['a'];
    const first: Ring = { list };
    first.next = first;
    const same = stage('ring', () => first);
    same.list.push('b');
    stage('more', () => { same.next?.next?.list.push('c'); });
    say(list);`,
    '["a","b","c"]',
  ],
  'a block hands back a function, which sees what it captured': [
    `const said: string[] = [];
    const note = stage('make', () => (text: string): void => { said.push(text); });
    note('a');
    stage('between', () => { note('b'); });
    say(said);
    const hooks = stage('hooks', () => ({ after: (): void => { say('done'); } }));
    hooks.after();`,
    '["a","b"]',
    '"done"',
  ],
};
