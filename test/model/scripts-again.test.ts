/** Scripts that are read again after a change are the same as those that are read from nothing. */
import { readScripts, type Scripts } from '../../src/model/scripts';
import { TestFolder } from '../build/folder';

const script = (summary: string, body = ''): string =>
  `#!/usr/bin/env bash\n# ${summary}\n# @uses tell\nset -euo pipefail\ntell\n${body}`;
const shared = (tool: string): string =>
  `# Tells.\n# @needs ${tool}\n# shellcheck shell=bash\ntell() {\n  ${tool} "x"\n}\n`;

let folder: TestFolder;
let before: Scripts;
beforeEach(() => {
  folder = new TestFolder({
    'resources/gig-ci/a.sh': script('First.'),
    'resources/gig-ci/b.sh': script('Second.'),
    'resources/gig-ci/shared/tell.sh': shared('curl'),
  });
  before = readScripts(folder.path);
});
afterEach(() => folder.remove());

/** The names of the scripts that were read again, when the outcome is that of reading all. */
function readAgain(): readonly string[] {
  const after = readScripts(folder.path, before);
  expect(after).toEqual(readScripts(folder.path));
  return after.read.filter((each) => !before.read.includes(each)).map((each) => each.script.model.name);
}

test('nothing changed', () => {
  expect(before.diagnostics).toEqual([]);
  expect(readAgain()).toEqual([]);
});

test('one of them changed', () => {
  folder.write('resources/gig-ci/a.sh', script('Other.'));
  expect(readAgain()).toEqual(['a.sh']);
});

test('one of them is wrong, and stays so', () => {
  folder.write('resources/gig-ci/a.sh', script('Wrong.', 'echo "$GIG_UNKNOWN"\n'));
  expect(readAgain()).toEqual(['a.sh']);
  before = readScripts(folder.path, before);
  expect(before.diagnostics).not.toEqual([]);
  expect(readAgain()).toEqual([]);
});

test('what they share changed', () => {
  folder.write('resources/gig-ci/shared/tell.sh', shared('wget'));
  expect(readAgain()).toEqual(['a.sh', 'b.sh']);
});
