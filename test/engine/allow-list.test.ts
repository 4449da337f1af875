/** The list of what scripts may use is read by people: what a section names of a class stands in order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFolder } from '../../src/engine/java-program';

const lines = readFileSync(join(sourceFolder, 'allow-list.txt'), 'utf8').trimEnd().split('\n');

/** Kind and class: `staticMethod java.lang.Math`. */
const ownerOf = (line: string): string => line.split(' ').slice(0, 2).join(' ');

test('the members of a class stand in order, each once in its section', () => {
  const outOfOrder = lines.filter((line, index) => {
    const before = lines[index - 1] ?? '';
    return !/^(#|$)/.test(line) && ownerOf(line) === ownerOf(before) && line <= before;
  });
  expect(outOfOrder).toEqual([]);
});
