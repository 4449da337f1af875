/** Steps: blocks with a body, commands, branches. Only pipeline functions have them. */
import { arrow } from './callbacks';
import { branches } from './branches';
import { anyType, expression, same } from './expressions';
import { scriptStatement } from './scripts';
import { jump, statements } from './statements';
import { text, type Data } from './types';
import type { Writer } from './writer';

export function stepStatement(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [4, bodyStep],
    [2, bodyWithValue],
    [4, command],
    [2, branches],
    [2, retried],
    [1, outcome],
    [1, environment],
    [5, late],
    [2, secret],
    [1, optionalPlugin],
    [1, worsened],
    [1, hooks],
    [2, keptBody],
    [2, scriptStatement],
  ])(writer);
}

/** What opens a step with a body. */
function opening(writer: Writer): string {
  const { choices } = writer;
  return choices.weighted([
    [4, () => `stage(\`s\${${expression(writer, text, 1)}}\`, `],
    [2, () => `withEnv(same<{ [key: string]: string }>({ GIG_C: ${expression(writer, text, 1)} }), `],
    [1, () => `withAwsCredentials('aws', `],
    [2, () => `withEnv({ GIG_A: ${expression(writer, text, 1)}, GIG_B: ${expression(writer, text, 1)} }, `],
    [1, () => 'timestamps('],
    [1, () => `dir('sub', `],
    // A body that waits for what its own build holds would never end.
    [1, () => `lock('resource ${writer.freshLabel()}', `],
    [1, () => `withDeadline(${1 + choices.below(3)}, 'the work', `],
  ])();
}

/** A body that may return from itself, and jumps nowhere else. */
export function bodyOf(writer: Writer, result: Data | 'nothing'): string {
  return writer.inBlock(
    () => {
      const lines = [...statements(writer, 2), writer.trace()];
      const last = result === 'nothing' ? jump(writer) : [`return ${expression(writer, result, 2, true)};`];
      return `() => { ${[...lines, ...last].join('\n')} }`;
    },
    { visiting: true, inLoop: false, result, inFinally: false },
  );
}

function bodyStep(writer: Writer): readonly string[] {
  return [`${opening(writer)}${bodyOf(writer, 'nothing')});`];
}

function bodyWithValue(writer: Writer): readonly string[] {
  const type = anyType(writer, 1);
  const value = `${opening(writer)}${bodyOf(writer, type)})`;
  const name = writer.freshName();
  writer.scope.declare({ name, type, assignable: false, sink: false });
  return [`const ${name} = ${writer.choices.chance(50) ? same(type, value) : value};`];
}

/** A command with a hole; the scenario says what it prints and how it ends. */
function command(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const { choices } = writer;
  const hole = choices.weighted([
    [3, () => expression(writer, text, 1)],
    [2, () => expression(writer, { kind: 'number' }, 1)],
    [1, () => expression(writer, { kind: 'flag' }, 1, true)],
  ])();
  const list = expression(writer, { kind: 'list', element: text }, 1, true);
  const name = writer.freshName();
  return choices.weighted<() => readonly string[]>([
    [3, () => [`sh\`run \${${hole}} "x\${${hole}}y"\`;`]],
    [1, () => [`sh\`run \${${list}}\`;`]],
    [
      2,
      () => {
        writer.scope.declare({ name, type: text, assignable: false, sink: false });
        return [`const ${name} = sh.output\`print \${${hole}}\`;`];
      },
    ],
    [
      2,
      () => {
        writer.scope.declare({ name, type: { kind: 'number' }, assignable: false, sink: false });
        return [`const ${name} = sh.status\`fail \${${hole}}\`;`];
      },
    ],
    [1, () => ['sh`fail now`;']],
  ])();
}

function retried(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const { choices } = writer;
  const count = 1 + choices.below(3);
  return [
    `retry(${choices.chance(50) ? `{ count: ${count}${choices.chance(60) ? `, conditions: [${choices.oneOf(['agent()', 'nonresumable()'])}]` : ''} }` : count}, ${bodyOf(writer, 'nothing')});`,
  ];
}

function outcome(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const body = bodyOf(writer, 'nothing');
  const done = writer.inBlock(
    () => `(outcome) => { ${[writer.say('outcome'), ...statements(writer, 1)].join('\n')} }`,
    { visiting: true, inLoop: false, result: 'nothing', inFinally: false },
  );
  return [`withOutcome(${body}, ${done});`];
}

function environment(writer: Writer): readonly string[] {
  writer.isPlain = false;
  return [writer.say(`JSON.stringify([env.GIG_A, env['GIG_B'] ?? 'none', currentBuild.currentResult])`)];
}

/** A deadline that passes while the body sleeps: no `catch` of the body may see the interruption. */
function late(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const sleeping = writer.choices.oneOf(['sleep(90);', `sleep({ time: 2, unit: 'MINUTES' });`, 'sleep(1);']);
  const body = writer.inBlock(
    () => {
      const caught = writer.say(`'caught'`);
      const cleaned = writer.say(`'cleaned'`);
      const guarded = writer.choices.oneOf([
        `try { ${sleeping} } catch { ${caught} }`,
        `try { ${sleeping} } catch (failure) { if (failure instanceof Error) ${caught} } finally { ${cleaned} }`,
        `try { ${sleeping} } finally { ${cleaned} }`,
      ]);
      return `() => { ${[...statements(writer, 1), guarded, writer.trace()].join('\n')} }`;
    },
    { visiting: true, inLoop: false, result: 'nothing', inFinally: false },
  );
  const said = writer.say(`(failure instanceof Error ? failure.message : 'no error')`);
  return [`try { withDeadline(1, 'the nap', ${body}); } catch (failure) { ${said} }`];
}

/** A secret in a command. */
function secret(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const id = expression(writer, text, 1);
  const hole = expression(writer, text, 1);
  return writer.choices.oneOf([
    [`withSecretText(${id}, (token) => { sh\`use \${token} \${${hole}}\`; });`],
    [`withSecretLogin(${id}, (user, password) => { sh\`use \${user} \${password}\`; });`],
    [`withSecretFile('file', (path) => { ${writer.trace()} sh\`use "\${path}"\`; });`],
  ]);
}

/** A body that needs a plugin, which is there. */
function optionalPlugin(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const name = writer.freshName();
  const body = bodyOf(writer, 'nothing');
  writer.scope.declare({ name, type: { kind: 'flag' }, assignable: false, sink: false });
  return [`const ${name} = ifInstalled('timestamps', ${body});`];
}

function worsened(writer: Writer): readonly string[] {
  writer.isPlain = false;
  return [`unstable(${expression(writer, text, 1)});`, writer.say('currentBuild.currentResult')];
}

/** A body that is a variable, and arguments that are. */
function keptBody(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const body = bodyOf(writer, 'nothing');
  const name = writer.freshName();
  writer.scope.reserve(name);
  const options = `${name}Options`;
  return [
    `const ${name} = ${body};`,
    `${opening(writer)}${name});`,
    ...writer.choices.oneOf([
      [],
      [`const ${options} = { time: 2, unit: 'SECONDS' } as const;`, `sleep({ ...${options} });`],
      [`const ${options} = { count: 2 } as const;`, `retry({ ...${options} }, ${name});`],
    ]),
  ];
}

/** Closures in an object, of which one is missing. */
function hooks(writer: Writer): readonly string[] {
  const name = writer.freshName();
  writer.scope.reserve(name);
  const before = arrow(writer, [text], text, 2);
  const argument = (): string => expression(writer, text, 2);
  return [
    `const ${name}: { get: (p0: string) => string; after?: (p0: string) => string } = { get: ${before} };`,
    writer.say(`${name}.get(${argument()})`),
    writer.say(`(${name}.after?.(${argument()}) ?? 'none')`),
    `${name}.after?.(${argument()});`,
  ];
}
