/** The traps that a program can show: each runs in both worlds, and as a pure function where it uses no step. */
import { describeInBothWorlds, openSources } from '../support';
import { canBePure, moduleOf, pureModuleOf } from './program-modules';
import { controlFlow } from './traps/control';
import { namesAndNumbers } from './traps/names-and-numbers';
import { textsAndObjects } from './traps/texts-and-objects';

const traps = [...namesAndNumbers, ...textsAndObjects, ...controlFlow].map((trap, index) => ({
  ...trap,
  name: `gigTrap${index}`,
  source: moduleOf(`gigTrap${index}`, trap.body, trap.module),
}));
const pureTraps = traps
  .filter(({ body, module = '' }) => canBePure(body) && !/\b(stage|node|parallel)\(/.test(module + body))
  .map(({ title, body, module, said }, index) => ({
    title: `${title}, in a pure function`,
    name: `gigPureTrap${index}`,
    source: pureModuleOf(`gigPureTrap${index}`, body, module),
    said,
  }));
const programs = [...traps, ...pureTraps];

describeInBothWorlds(
  'traps',
  () => openSources(Object.fromEntries(programs.map(({ name, source }) => [`vars/${name}.ts`, source]))),
  (run) => {
    test.each(programs)('$title', async ({ name, said }) => {
      const { result, events } = await run(`${name}()`);
      const messages = events.filter(({ operation }) => operation === 'echo');
      expect(messages.map((event) => event.arguments['message'])).toEqual(said);
      expect(result).toBe('SUCCESS');
    });
  },
);
