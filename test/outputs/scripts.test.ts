import { execFileSync } from 'node:child_process';
import { readScript } from '../../src/model/scripts';
import { readSharedScript } from '../../src/model/shared-scripts';
import { isGenerated } from '../../src/outputs/header';
import { runnableScript, scriptDeclarations } from '../../src/outputs/scripts';

const SOURCE = `#!/usr/bin/env bash
# Shows what it got.
# @env IMAGE image to run
# @env APPS list Django apps
# @env SUFFIX? a suffix
# @secret TOKEN a token
# @out port integer 1 the port
# @out found list a what was found
set -euo pipefail
exec 3>&1 1>&2
echo "port=1" >&3
echo "found=<$GIG_IMAGE><$GIG_SUFFIX><$GIG_TOKEN>" >&3
for app in "\${GIG_APPS[@]}"; do echo "app=<$app>" >&3; done
`;

const { script } = readScript('show.sh', SOURCE);

test('declarations', () => {
  const { script: plain } = readScript('plain.sh', '#!/bin/sh\n# Does it.\nset -eu\n');
  const text = scriptDeclarations([plain, script]);
  expect(isGenerated(text)).toBe(true);
  expect(text).toMatchSnapshot();
});

test('the runnable script', () => {
  const text = runnableScript(script);
  expect(isGenerated(text)).toBe(true);
  expect(text).toMatchSnapshot();
});

test('a script without inputs gets the header line only', () => {
  const { script: plain } = readScript('plain.sh', '#!/bin/sh\r\n# Does it.\r\nset -eu\r\n');
  expect(runnableScript(plain)).toBe(
    [
      '#!/bin/sh',
      '# Generated from resources/gig-ci/plain.sh by gig-ci. Change that file, not this one.',
      '# Does it.',
      'set -eu',
      '',
    ].join('\n'),
  );
});

test('what a script uses stands before its body', () => {
  const { script: greeting } = readSharedScript('greeting', '# Greets.\n# @env NAME who\n\ngreet() { :; }\n');
  const text = '#!/bin/bash\n# Does it.\n# @uses greeting\n\nset -eu\ngreet\n';
  const { script: user } = readScript('user.sh', text, new Map([['greeting', greeting]]));
  expect(runnableScript(user).split('\n').slice(4)).toEqual([
    '',
    '# Jenkins removes empty variables and has no lists: restore both.',
    'export GIG_NAME="${GIG_NAME-}"',
    '',
    '# From resources/gig-ci/shared/greeting.sh.',
    '',
    'greet() { :; }',
    '',
    'set -eu',
    'greet',
    '',
  ]);
});

function run(environment: { readonly [name: string]: string }): string {
  const env = { PATH: process.env['PATH'] ?? '', ...environment };
  return execFileSync('bash', ['-c', runnableScript(script)], { env, encoding: 'utf8', stdio: 'pipe' });
}

test('values arrive unchanged, an absent one is empty', () => {
  const given = {
    GIG_IMAGE: 'a "b" $HOME `c` \\d',
    GIG_TOKEN: "it's",
    GIG_APPS_COUNT: '3',
    GIG_APPS_1: 'one two',
    GIG_APPS_3: '*',
  };
  expect(run(given)).toBe(`port=1\nfound=<a "b" $HOME \`c\` \\d><><it's>\napp=<one two>\napp=<>\napp=<*>\n`);
});

test('an empty list has no elements', () => {
  expect(run({ GIG_APPS_COUNT: '0' })).toBe('port=1\nfound=<><><>\n');
});
