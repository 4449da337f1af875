/** What TypeScript means is what Groovy does: each program runs in both worlds, which must agree step by step. */
import { describeInBothWorlds, openSources } from '../support';
import { canBePure, moduleOf, pureModuleOf } from './program-modules';
import { blocks } from './programs/blocks';
import { control } from './programs/control';
import { edges } from './programs/edges';
import { order } from './programs/order';
import { sets } from './programs/sets';
import { values } from './programs/values';

const programs = Object.entries({ ...blocks, ...control, ...edges, ...order, ...sets, ...values }).map(
  ([title, [body, ...said]], index) => ({
    title,
    name: `gigProbe${index}`,
    body,
    said,
  }),
);
const purePrograms = programs
  .filter(({ body }) => canBePure(body))
  .map((program) => ({ ...program, name: `${program.name}Pure` }));
const sources = Object.fromEntries([
  ...programs.map(({ name, body }) => [`vars/${name}.ts`, moduleOf(name, body)] as const),
  ...purePrograms.map(({ name, body }) => [`vars/${name}.ts`, pureModuleOf(name, body)] as const),
]);

describeInBothWorlds(
  'the language',
  () => openSources(sources),
  (run) => {
    async function said(
      name: string,
    ): Promise<{ readonly result: string; readonly said: readonly unknown[] }> {
      const { result, events } = await run(`${name}()`);
      return {
        result,
        said: events.flatMap((event) => (event.operation === 'echo' ? [event.arguments['message']] : [])),
      };
    }

    test.each(programs)('$title', async (program) => {
      expect(await said(program.name)).toEqual({ result: 'SUCCESS', said: program.said });
    });

    test.each(purePrograms)('in a pure function: $title', async (program) => {
      expect(await said(program.name)).toEqual({ result: 'SUCCESS', said: program.said });
    });
  },
);
