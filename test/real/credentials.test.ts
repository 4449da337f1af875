/** Secrets: bound for the body alone, in no log, no record, no argument and no file that stays. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCredentials, type Credentials } from '../../src/real/credentials';
import { maskedForms } from '../../src/real/secrets';
import { UnusableInput } from '../../src/diagnostics/unusable-input';
import { shown, step, type Argument, type Body } from '../simulator/fake-program';
import { TestMachine } from './machine';

let machine: TestMachine;
beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.close());

const password = `p"a$s' w%rd/ü+&<\\`;
const credentials: Credentials = {
  credentials: {
    token: { type: 'text', text: 'canary-of-the-token' },
    login: { type: 'usernamePassword', username: 'orders', password },
    kube: { type: 'file', name: 'kube config.yaml', content: 'first-line-of-kube\nsecond-line-of-kube\n' },
    cloud: { type: 'aws', accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret/Access+Key' },
  },
};

const withCredentials = (bindings: readonly Argument[], body: Body) =>
  step('withCredentials', { bindings }, body);

const binding = ($symbol: string, credentialsId: string, variables: object) => ({
  $symbol,
  credentialsId,
  ...variables,
});

test('every kind is bound as Jenkins binds it, and gone behind the body', async () => {
  let seen = '';
  let path = '';
  const { record, left } = await machine.run(
    () =>
      step('node', function* () {
        yield* withCredentials(
          [
            binding('string', 'token', { variable: 'TOKEN' }),
            binding('usernamePassword', 'login', { usernameVariable: 'USER_', passwordVariable: 'PASS_' }),
            binding('file', 'kube', { variable: 'KUBE' }),
            binding('aws', 'cloud', {}),
          ],
          function* () {
            const script =
              '#!/bin/sh\nprintf "%s|" "$TOKEN" "$USER_" "$PASS_" "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY"; cat "$KUBE"; stat -c %a "$KUBE"; echo "$KUBE"';
            seen = shown(yield* step('sh', { script, returnStdout: true }));
          },
        );
        path = seen.trim().split('\n').at(-1) ?? '';
        yield* step('echo', `exists ${existsSync(path)}`);
        yield* step('sh', { script: '#!/bin/sh\necho "token: ${TOKEN-none}"' });
      }),
    { credentials },
  );
  expect(seen.split('\n').slice(0, -2)).toEqual([
    `canary-of-the-token|orders|${password}|AKIAEXAMPLE|secret/Access+Key|first-line-of-kube`,
    'second-line-of-kube',
    '600',
  ]);
  expect(record.log).toEqual(expect.arrayContaining(['exists false', 'token: none']));
  expect(left).toEqual([]);
});

test('the log shows no secret in any usual form, and the record has none', async () => {
  const script = `#!/bin/bash
printf '%s\\n' "$PASS_" "$(printf %q "$PASS_")" "$(base64 -w0 <<<"$PASS_")" "$(printf 'x:%s' "$PASS_" | base64 -w0)" \\
  "$(printf 'xy:%s' "$PASS_" | base64 -w0 | tr +/ -_)" "$(printf %s "$PASS_" | od -An -tx1 | tr -d ' \\n')"
python3 -c 'import json, os, urllib.parse as u; p = os.environ["PASS_"]; print(json.dumps(p, ensure_ascii=False), u.quote(p, safe=""), u.quote(p), u.quote_plus(p), repr(p))'`;
  const { record, run } = await machine.run(
    () =>
      step('node', () =>
        withCredentials(
          [binding('usernamePassword', 'login', { usernameVariable: 'U', passwordVariable: 'PASS_' })],
          () => step('sh', { script }),
        ),
      ),
    { credentials },
  );
  expect(record.result).toBe('SUCCESS');
  const told = record.log.slice(2, -1);
  expect(told.length).toBeGreaterThan(6);
  for (const line of told) expect(line).toMatch(/\*{4}/);
  const everything = JSON.stringify(record) + readFileSync(join(run.folder, 'record.json'), 'utf8');
  for (const form of maskedForms([password]))
    expect(everything).not.toContain(JSON.stringify(form).slice(1, -1));
});

test('whatever a secret is, no form of it is left when the log is masked', () => {
  const secret = fc.string({ minLength: 3, maxLength: 40, unit: 'grapheme' });
  fc.assert(
    fc.property(secret, fc.string({ maxLength: 5 }), (text, before) => {
      const encoded = [
        text,
        encodeURIComponent(text),
        JSON.stringify(text),
        Buffer.from(text).toString('hex'),
      ];
      const base64 = Buffer.from(before + text).toString('base64');
      for (const shown of encoded) {
        const masked = maskedForms([text]).reduce((line, form) => line.replaceAll(form, '****'), shown);
        expect(masked).not.toContain(text);
        expect(masked).toContain('****');
      }
      if (Buffer.from(text).length >= 6) {
        expect(maskedForms([text]).some((form) => base64.includes(form))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a command line of no process has a secret that is in the environment', async () => {
  let listed = '';
  await machine.run(
    () =>
      step('node', () =>
        withCredentials([binding('string', 'token', { variable: 'TOKEN' })], function* () {
          yield* step('sh', {
            script:
              '#!/bin/sh\nsleep 98 & sleep 0.2; cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " " >lines; kill $!',
          });
          listed = shown(yield* step('readFile', 'lines'));
        }),
      ),
    { credentials },
  );
  expect(listed).toContain('sleep 98');
  expect(listed).not.toContain('canary-of-the-token');
});

test.each([
  ['tokn', "Could not find credentials entry with ID 'tokn' in GIG_CREDENTIALS; did you mean 'token'?"],
  ['login', "Credentials 'login' is of type 'Username with password' where 'Secret text' was expected"],
])('binding %s as a text fails before the body', async (id, message) => {
  const { record } = await machine.run(
    () =>
      step('node', () =>
        withCredentials([binding('string', id, { variable: 'TOKEN' })], () => step('echo', 'never')),
      ),
    { credentials },
  );
  expect(record.failure).toEqual({ kind: 'error', message });
  expect(record.log).not.toContain('never');
});

describe('the file of credentials', () => {
  const write = (text: string, mode = 0o600): string => {
    const file = join(machine.folder, 'credentials.json');
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  };
  const problemsOf = (file: string) => {
    try {
      readCredentials(file, {});
    } catch (error) {
      if (error instanceof UnusableInput)
        return error.problems.map(({ place, reason }) => `${place}: ${reason}`);
      throw error;
    }
    return [];
  };

  test('is read when only its owner can', () => {
    expect(readCredentials(write(JSON.stringify(credentials)), {})).toEqual(credentials);
  });

  test.each([0o640, 0o604, 0o602])('with mode %o is refused', (mode) => {
    const file = write('{}', mode);
    expect(problemsOf(file)).toEqual([
      `${file}: may be read or changed by other users (mode ${mode.toString(8)}), and it holds secrets`,
    ]);
  });

  test('that is no JSON is refused without a word of it', () => {
    const file = write('{"credentials": {"token": canary-of-the-token');
    expect(problemsOf(file)).toEqual([`${file}:1:27: is not JSON`]);
  });

  test('with mistakes is refused with all of them, without a value', () => {
    const file = write(
      JSON.stringify({
        credentials: {
          a: { type: 'text', txt: 'canary' },
          b: { type: 'canary' },
          c: { type: 'usernamePassword', username: 'x' },
        },
        sonarServers: { sonarqube: { url: 'canary', token: '' } },
        servers: {},
      }),
    );
    const problems = problemsOf(file);
    expect(problems).toEqual(
      expect.arrayContaining([
        `${file}: servers: is not known`,
        `${file}: credentials.a.text: is required`,
        `${file}: credentials.a.txt: is not known; did you mean 'text'?`,
        `${file}: credentials.b.type: must be one of text, usernamePassword, file, aws`,
        `${file}: credentials.c.password: is required`,
      ]),
    );
    expect(problems.join('\n')).not.toContain('canary');
  });

  test('is not needed, and a missing one is named', () => {
    expect(readCredentials(undefined, {})).toEqual({});
    expect(problemsOf(join(machine.folder, 'none.json'))).toEqual([
      `${join(machine.folder, 'none.json')}: does not exist`,
    ]);
  });
});
