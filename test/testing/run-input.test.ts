/** Scenario files, and scenarios that extend others. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScenarioOf } from '../../src/testing/run-input';

const folder = mkdtempSync(join(tmpdir(), 'gig-ci-scenario-'));
const jenkinsfile = join(folder, 'Jenkinsfile');
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, scenario: object): string {
  writeFileSync(join(folder, name), JSON.stringify(scenario));
  return join(folder, name);
}

test('a scenario takes from another what it leaves out; its own rules come first', () => {
  write('scenario.json', { branch: 'main', buildNumber: 7, commands: [{ command: 'a', exit: 1 }] });
  const named = write('feature.json', {
    extends: 'scenario.json',
    branch: 'feature',
    commands: [{ command: 'b' }],
  });
  expect(readScenarioOf(jenkinsfile, named)).toEqual({
    branch: 'feature',
    buildNumber: 7,
    commands: [{ command: 'b' }, { command: 'a', exit: 1 }],
  });
});

test.each([
  ['does not exist', { extends: 'nowhere.json' }],
  ['is not a file', { extends: '.' }],
  ['extends itself', { extends: 'circle.json' }],
])('a scenario that %s is refused with its place', (reason, scenario) => {
  const named = write('circle.json', scenario);
  expect(() => readScenarioOf(jenkinsfile, named)).toThrow(reason);
});

test('a named scenario that is a folder is refused', () => {
  expect(() => readScenarioOf(jenkinsfile, folder)).toThrow(`${folder}: is not a file`);
});
