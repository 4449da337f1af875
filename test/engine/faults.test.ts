import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError, startEngine } from '../../src/engine';
import { install } from '../../src/engine/installation';
import { EngineProcess } from '../../src/engine/process';
import { warmUpRequest } from '../../src/engine/warm-up';
import { serialiseLineMap } from '../../src/groovy/line-map';
import type { Outcome } from '../../src/simulator/program';
import { context, runSteps, value } from './run-steps';
import { describeWithEngine, library } from './with-engine';

const fault = (message: string, location: string): Outcome => ({
  kind: 'failure',
  failure: { kind: 'fault', message, location },
});
const refused = (signature: string): string => `Scripts not permitted to use ${signature}`;
const holds = (variable: string, type: string, value: string): string =>
  `'${variable}' holds a value of ${type} at this step: ${value}`;
const mismatch = (called: string, ran: string): string =>
  `CPS mismatch: '${called}' was called, but '${ran}' ran: a closure or a step inside code that cannot wait for it`;

describeWithEngine('a broken rule of the engine', (load) => {
  test.each([
    ['sortedInCps', mismatch('sort', 'call'), 'vars/broken.groovy:5'],
    ['stepInPure', mismatch('stepWhereNoneMayBe', 'echo'), 'vars/broken.groovy:9'],
    ['rangeAlive', holds('range', 'IntRange', '1..3'), 'vars/broken.groovy:19'],
    [
      'matcherAlive',
      'a value of java.util.regex.Matcher is alive at this step and cannot be saved',
      'vars/broken.groovy:25',
    ],
    ['gstringAlive', holds('text', 'GStringImpl', 'a 2'), 'vars/broken.groovy:31'],
    ['decimalAlive', holds('decimal', 'BigDecimal', '3.5'), 'vars/broken.groovy:37'],
    [
      'decimalArgument',
      'a value of java.math.BigDecimal stands in the arguments of a step: 3.5',
      'vars/broken.groovy:42',
    ],
    [
      'gstringResult',
      'a value of org.codehaus.groovy.runtime.GStringImpl stands in the result of a closure: a 2',
      'vars/broken.groovy:46',
    ],
    ['file', refused('new java.io.File java.lang.String'), 'vars/broken.groovy:50'],
    ['fileInPure', refused('new java.io.File java.lang.String'), 'src/gigci/runtime/Pure.groovy:32'],
    [
      'environment',
      refused('staticMethod java.lang.System getenv java.lang.String'),
      'vars/broken.groovy:58',
    ],
    [
      'environmentInPure',
      refused('staticMethod java.lang.System getenv java.lang.String'),
      'src/gigci/runtime/Pure.groovy:37',
    ],
    ['jenkins', refused('staticMethod jenkins.model.Jenkins getInstance'), 'vars/broken.groovy:66'],
    [
      'process',
      refused('staticMethod org.codehaus.groovy.runtime.DefaultGroovyMethods execute java.lang.String'),
      'vars/broken.groovy:70',
    ],
    ['reflection', refused('method java.lang.Class getClassLoader'), 'vars/broken.groovy:74'],
    ['swallowed', refused('new java.io.File java.lang.String'), 'vars/broken.groovy:79'],
    [
      'assignedEnvironment',
      'env.BRANCH_NAME is assigned: it would change for every branch; use withEnv',
      'vars/broken.groovy:86',
    ],
    ['missingVariable', "no variable or property 'nowhere'", 'vars/broken.groovy:90'],
    [
      'nullPointer',
      'java.lang.NullPointerException: Cannot invoke method length() on null object',
      'vars/broken.groovy:95',
    ],
    ['nestedTooDeeply', 'the calls are nested too deeply', 'vars/broken.groovy:114'],
  ])('%s is a fault with its line', async (method, message, location) => {
    const { outcome } = await runSteps(await load(`broken.${method}()`));
    expect(outcome).toEqual(fault(message, location));
  });

  test('is the same in every thread after the first fault', async () => {
    const program = await load("parallel(a: { echo('a'); echo('b') }, b: { new File('x') })");
    await program.start(context);
    await program.startBody('a', '', 0, context);
    const refusal = {
      kind: 'ended',
      outcome: fault(refused('new java.io.File java.lang.String'), 'Jenkinsfile:1'),
    };
    expect(await program.startBody('b', '', 1, context)).toEqual(refusal);
    expect(await program.resume('a', value(null), context)).toEqual(refusal);
  });

  test('does not show when nothing is saved: the value alone is no mistake', async () => {
    const { outcome } = await runSteps(await load('broken.rangeAlive()', { saving: 'never' }));
    expect(outcome).toEqual(value(null));
  });

  test('has the line of TypeScript when the library has line maps', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gig-ci-engine-'));
    try {
      await mkdir(join(folder, 'vars'));
      await mkdir(join(folder, 'maps'));
      await writeFile(
        join(folder, 'vars', 'gigMapped.groovy'),
        "def call() {\n    echo('x')\n    new File('x')\n}\n",
      );
      const origin = { file: 'vars/gigMapped.ts', line: 41, column: 3 };
      const origins = new Map([[2, origin]]);
      const map = serialiseLineMap({ groovy: 'vars/gigMapped.groovy', source: 'vars/gigMapped.ts', origins });
      await writeFile(join(folder, 'maps', 'gigMapped.json'), map);
      const trace = await runSteps(await load('gigMapped()', { libraryFolder: folder }));
      expect(trace.locations).toEqual(['vars/gigMapped.ts:41']);
      expect(trace.outcome).toEqual(
        fault(refused('new java.io.File java.lang.String'), 'vars/gigMapped.ts:41'),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('while compiling is an error with file and line, those of all global variables together', async () => {
    const libraryFolder = await mkdtemp(join(tmpdir(), 'gig-ci-engine-'));
    try {
      await mkdir(join(libraryFolder, 'vars'));
      const statements = Array.from({ length: 300 }, (_, index) => `    echo('${index}')`);
      const twice = "def call() {\n    String name = 'a'\n    def name = 'b'\n}\n";
      await writeFile(
        join(libraryFolder, 'vars', 'large.groovy'),
        `def call() {\n${statements.join('\n')}\n}\n`,
      );
      await writeFile(join(libraryFolder, 'vars', 'twice.groovy'), twice);
      await expect(load('twice()', { libraryFolder })).rejects.toEqual(
        new EngineError([
          {
            message:
              'java.lang.IllegalArgumentException: The max number of supported arguments is 255, but found 300',
            file: 'vars/large.groovy',
          },
          {
            message: 'The current scope already contains a variable of the name name',
            file: 'vars/twice.groovy',
            line: 3,
          },
        ]),
      );
    } finally {
      await rm(libraryFolder, { recursive: true });
    }
  });

  test('in a Jenkinsfile is an error with its path', async () => {
    await expect(load('loops(\n  names: )')).rejects.toThrow(/^Jenkinsfile:2: unexpected token/);
    await expect(load('import foo.Bar\nloops()')).rejects.toThrow(
      'Jenkinsfile:1: unable to resolve class foo.Bar',
    );
    await expect(load('loops()', { libraryFolder: join(library, 'nowhere') })).rejects.toThrow(EngineError);
  });

  test('of another program does not reach the next one', async () => {
    const first = await load('broken.file()');
    await runSteps(first);
    const second = await load("echo('fine')");
    expect(await first.start(context)).toMatchObject({ outcome: { failure: { kind: 'fault' } } });
    expect((await runSteps(second)).outcome).toEqual(value(null));
  });

  test('ends the Java process when code runs without a step for too long; the next load starts another', async () => {
    const impatient = await startEngine({ limit: 2000 });
    try {
      const jenkinsfile = 'while (true) { }';
      const options = { libraryFolder: library, jenkinsfilePath: 'Jenkinsfile', saving: 'never' } as const;
      const program = await impatient.load({ ...options, jenkinsfile });
      expect(await program.start(context)).toEqual({
        kind: 'ended',
        outcome: { kind: 'failure', failure: { kind: 'fault', message: 'no answer for 2 seconds' } },
      });
      const next = await impatient.load({ ...options, jenkinsfile: "echo('alive')" });
      expect((await runSteps(next)).steps).toEqual(['echo ["alive"]']);
    } finally {
      await impatient.close();
    }
  });

  test('of Java itself go to standard error, not between the answers', async () => {
    const { java, parameters } = await install();
    // Stands for what Java says of its own accord, as when the room for compiled code is full.
    const talkative = new EngineProcess(java, ['-XX:+PrintCommandLineFlags', ...parameters]);
    try {
      expect(await talkative.request(await warmUpRequest(), 60_000)).toBeDefined();
    } finally {
      await talkative.close();
    }
  });
});
