/** Sets of texts. */
import type { Programs } from './program';

export const sets: Programs = {
  'sets: the order in which texts were added, copies, changes, conditions': [
    `const set = new Set(['b', 'a', 'b', '10', '9']);
    say(set.size); say([...set]); say(set.has('a')); say(set.has('A'));
    set.add('c'); set.add('b'); say(set.delete('a')); say(set.delete('a')); set.add('a'); say([...set]);
    const n = 1; const none = new Set<string>(); none.add(\`x\${n}\`); say(none.has('x1')); say(none.has(\`x\${n}\`));
    none.delete('x1'); if (none) say('there'); say(none.size === 0 ? 'empty' : 'full');
    const maybe: Set<string> | undefined = none.size > 0 ? none : undefined;
    say(maybe?.has('x') ?? 'absent'); say((maybe ?? set).size); if (!maybe) say('none');
    const other = set; other.add('shared'); say(set.has('shared'));`,
    '4',
    '["b","a","10","9"]',
    'true',
    'false',
    'true',
    'false',
    '["b","10","9","c","a"]',
    'true',
    'true',
    '"there"',
    '"empty"',
    '"absent"',
    '5',
    '"none"',
    'true',
  ],
  'sets: loops, copies that are changed, spread among other elements': [
    `const set = new Set(['a', 'b']);
    let all = ''; for (const text of set) { if (text === 'b') continue; all += text; } say(all);
    for (const text of [...set]) { set.add(text + text); set.delete(text); say(set.size); }
    const copy = [...set]; set.add('late'); say(copy); say(['x', ...set, 'y', ...copy]); say([...set, ...copy].length);
    const taken = [...set, \`\${set.delete('late')}\`, ...set]; say(taken);
    set.add('end'); say([...set, \`\${['end'].every((each) => set.delete(each))}\`, ...set]);
    let turned = ''; for (const text of new Set(copy.toReversed())) { turned += text; } say(turned);`,
    '"a"',
    '2',
    '2',
    '["aa","bb"]',
    '["x","aa","bb","late","y","aa","bb"]',
    '5',
    '["aa","bb","late","true","aa","bb"]',
    '["aa","bb","end","true","aa","bb"]',
    '"bbaa"',
  ],
  'sets: in functions with steps, saved between them': [
    `const seen = new Set<string>();
    const visit = (text: string): string => { echo(text); seen.add(text); return text; };
    say([...seen, visit('a'), ...seen, visit('b'), ...seen]);
    say(seen.has(visit('c')));
    stage('More', () => { seen.add('d'); echo(\`\${seen.size}\`); if (seen.delete('a')) echo('gone'); });
    for (const text of [...seen]) { echo(text); seen.delete(text); }
    gather(seen, ['z', 'y', 'z']); say([...seen]); say(gathered(['q', 'q']).size);`,
    'a',
    'b',
    '["a","a","b","a","b"]',
    'c',
    'true',
    '4',
    'gone',
    'b',
    'c',
    'd',
    '["z","y"]',
    '1',
  ],
};
