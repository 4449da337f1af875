/** The engine names Groovy lines; authors read those of TypeScript. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Locations } from '../../src/engine/locations';
import { serialiseLineMap } from '../../src/groovy';

const folder = mkdtempSync(join(tmpdir(), 'gig-ci-locations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function writeMap(path: string, groovy: string, source: string, line: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const origins = new Map([[10, { file: source, line, column: 1 }]]);
  writeFileSync(join(folder, path), serialiseLineMap({ groovy, source, origins }));
}

beforeAll(() => {
  writeMap('maps/gigPush.json', 'vars/gigPush.groovy', 'vars/gigPush.ts', 7);
  writeMap('maps/shared/Tags.json', 'src/gigci/shared/Tags.groovy', 'vars/shared/tags.ts', 3);
});

test.each([
  [['vars/gigPush.groovy:10', 'Jenkinsfile:2'], 'vars/gigPush.ts:7'],
  [['src/gigci/shared/Tags.groovy:12', 'vars/gigPush.groovy:10'], 'vars/shared/tags.ts:3'],
  [['src/gigci/runtime/Text.groovy:4', 'vars/gigPush.groovy:11'], 'vars/gigPush.ts:7'],
  [['Jenkinsfile:2'], 'Jenkinsfile:2'],
  [[], undefined],
])('%j is %s', (frames, location) => {
  expect(new Locations(folder).of(frames)).toBe(location);
});
