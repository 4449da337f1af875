/** What TypeScript means is what Groovy does: each program runs in both worlds, which must agree step by step. */
import type { Library } from '../../src/testing/library';
import { engineMissing, openSources, runBoth } from '../support/two-worlds';
import { moduleOf } from './program-modules';
import { control } from './programs/control';
import { values } from './programs/values';

const programs = { ...control, ...values };

const names = Object.keys(programs).map((_title, index) => `gigProbe${index}`);
const sources = Object.values(programs).map(([body], index) => [
  `vars/${names[index] ?? ''}.ts`,
  moduleOf(names[index] ?? '', body),
]);

describe('programs in both worlds', () => {
  let library: Library;

  beforeAll(async () => {
    library = openSources(Object.fromEntries(sources));
    const missing = await engineMissing(library);
    if (missing !== undefined) throw new Error(missing);
  }, 120_000);
  afterAll(() => library.close());

  test.each(Object.entries(programs).map(([title, [, ...said]], index) => [title, index, said] as const))(
    '%s',
    async (_title, index, said) => {
      const record = await runBoth(library, `${names[index] ?? ''}()`);
      const echoed = record.events.flatMap((event) =>
        event.operation === 'echo' ? [event.arguments['message']] : [],
      );
      expect({ result: record.result, echoed }).toEqual({ result: 'SUCCESS', echoed: said });
    },
  );
});
