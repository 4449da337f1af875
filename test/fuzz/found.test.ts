/** What the fuzzer found once stays found: each kept program means the same in all worlds. */
import { join } from 'node:path';
import { startEngine } from '../../src/engine';
import { describeWithJava } from '../support/java';
import { examine, type Finding } from './run/examine';
import { foundPrograms } from './run/found';
import { report } from './run/report';

const programs = foundPrograms(join(__dirname, 'found'));

describeWithJava('programs that differed once', () => {
  let findings: readonly Finding[] = [];
  let refused: readonly string[] = [];
  beforeAll(async () => {
    const engine = await startEngine();
    try {
      const examination = await examine(engine, programs, ['every step', 'never']);
      findings = examination.findings;
      refused = examination.refused.map(({ program }) => program.name);
    } finally {
      await engine.close();
    }
  }, 300_000);

  test.each(programs)('$file', ({ name }) => {
    expect(refused).not.toContain(name);
    const own = findings.filter(({ program }) => program.name === name);
    expect(own.map((finding) => report(finding, 'npx jest test/fuzz/found')).join('\n')).toBe('');
  });
});
