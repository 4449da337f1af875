import { readScript } from '../../src/model/scripts';
import { readSharedScript } from '../../src/model/shared-scripts';

const BASH = '#!/usr/bin/env bash\n# Does it.\n';
const SAFE = 'set -euo pipefail\n';

/** `code line marked text` of everything that is wrong with a script. */
function complaints(text: string, name = 'x.sh'): readonly string[] {
  return readScript(name, text).diagnostics.map(({ code, line, column, length, sourceLine }) => {
    return `${code} ${line} ${sourceLine.slice(column - 1, column - 1 + length)}`;
  });
}

test('the documented script', () => {
  const text = `#!/usr/bin/env bash
# Starts PostgreSQL in a container and waits until it
# answers a query over TCP.
#
# @env      IMAGE           image to run (the script reads $GIG_IMAGE)
# @env      APPS list       Django apps,
#                           one a line
# @env      SUFFIX?         appended to the name
# @secret   PASSWORD        password of the test user
# @secret   TOKEN?          of the registry
# @out      container string 3f2a…   id of the container
# @out      port integer 49153       host port it listens on
# @out      missing list docker      tools that lack
# @acquires container
# @releases login
# @publishes image
# @aws      ecr:PutImage
# @aws      ecr:BatchGetImage
# @needs    docker|podman
# @needs    psql
# @probes   APPS missing
# @payload  IMAGE
# @sends    the image to the registry
# shellcheck disable=SC2034
set -euo pipefail
exec 3>&1 1>&2
echo "$GIG_IMAGE \${GIG_APPS[*]} \${GIG_SUFFIX:-none} $GIG_PASSWORD $GIG_TOKEN"
printf 'container=%s\\nport=%s\\n' id 1 >&3
echo "missing=docker" >&3
`;
  const { script, diagnostics } = readScript('start-postgres.sh', text);
  expect(diagnostics).toEqual([]);
  expect(script).toEqual({
    path: 'resources/gig-ci/start-postgres.sh',
    text,
    shared: [],
    model: {
      name: 'start-postgres.sh',
      summary: 'Starts PostgreSQL in a container and waits until it answers a query over TCP.',
      shell: 'bash',
      inputs: [
        {
          name: 'IMAGE',
          list: false,
          optional: false,
          summary: 'image to run (the script reads $GIG_IMAGE)',
        },
        { name: 'APPS', list: true, optional: false, summary: 'Django apps, one a line' },
        { name: 'SUFFIX', list: false, optional: true, summary: 'appended to the name' },
      ],
      secrets: [
        { name: 'PASSWORD', optional: false, summary: 'password of the test user' },
        { name: 'TOKEN', optional: true, summary: 'of the registry' },
      ],
      outputs: [
        { name: 'container', type: 'string', example: '3f2a…', summary: 'id of the container' },
        { name: 'port', type: 'integer', example: '49153', summary: 'host port it listens on' },
        { name: 'missing', type: 'list', example: 'docker', summary: 'tools that lack' },
      ],
      acquires: ['container'],
      releases: ['login'],
      publishes: ['image'],
      aws: ['ecr:PutImage', 'ecr:BatchGetImage'],
      needs: [['docker', 'podman'], ['psql']],
      probes: { input: 'APPS', output: 'missing' },
      payload: 'IMAGE',
      sends: ['the image to the registry'],
    },
  });
});

test.each([
  ['#!/bin/sh', 'sh'],
  ['#!/usr/bin/env sh', 'sh'],
  ['#!/bin/bash', 'bash'],
  ['#! /usr/bin/bash', 'bash'],
])('shebang %s', (shebang, shell) => {
  const { script, diagnostics } = readScript('x.sh', `${shebang}\n# Does it.\nset -eu\ntrue\n`);
  expect([script.model.shell, diagnostics]).toEqual([shell, []]);
});

test.each<[string, string, readonly string[]]>([
  ['another language', '#!/usr/bin/env python3\n# Does it.\nset -eu\n', ['GIG4101 1 #!/usr/bin/env python3']],
  ['no shebang', '# Does it.\nset -eu\n', ['GIG4101 1 # Does it.']],
  ['options in the shebang', '#!/bin/bash -x\n# Does it.\nset -eu\n', ['GIG4101 1 #!/bin/bash -x']],
  ['no description', '#!/bin/sh\n# shellcheck disable=SC1\nset -eu\n', ['GIG4102 1 #!/bin/sh']],
  ['an unknown tag', `${BASH}# @param X y\n${SAFE}`, ['GIG4103 3 # @param X y']],
  ['a misspelled tag', `${BASH}# @relases x\n${SAFE}`, ['GIG4104 3 # @relases x']],
  ['an inherited name as a tag', `${BASH}# @toString x\n${SAFE}`, ['GIG4103 3 # @toString x']],
  ['an input without text', `${BASH}# @env X\n${SAFE}`, ['GIG4105 3 # @env X']],
  ['an input in small letters', `${BASH}# @env image text\n${SAFE}`, ['GIG4105 3 # @env image text']],
  ['a list without text', `${BASH}# @env X? list\n${SAFE}echo "$GIG_X"`, []],
  ['an output without example', `${BASH}# @out port integer\n${SAFE}`, ['GIG4105 3 # @out port integer']],
  [
    'an output of unknown type',
    `${BASH}# @out port number 1 text\n${SAFE}`,
    ['GIG4105 3 # @out port number 1 text'],
  ],
  [
    'two words of an effect',
    `${BASH}# @acquires a container\n${SAFE}`,
    ['GIG4105 3 # @acquires a container'],
  ],
  ['a wrong action', `${BASH}# @aws PutImage\n${SAFE}`, ['GIG4105 3 # @aws PutImage']],
  ['a name declared twice', `${BASH}# @env X text\n# @secret X text\n${SAFE}echo "$GIG_X"`, ['GIG4106 3 X']],
  [
    'the name of an element of a list',
    `${BASH}# @env X list text\n# @env X_COUNT text\n${SAFE}echo "$GIG_X $GIG_X_COUNT"`,
    ['GIG4106 4 X_COUNT'],
  ],
  ['no end at a failure', `${BASH}\necho a\n`, ['GIG4107 4 echo a']],
  ['an undeclared variable', `${BASH}${SAFE}echo "$GIG_X"\necho "$GIG_X"`, ['GIG4111 4 GIG_X']],
  ['an undeclared variable in a comment', `${BASH}${SAFE}# uses $GIG_X\n`, []],
  [
    'an unread variable',
    `${BASH}# @env X text\n# @secret Y text\n${SAFE}# GIG_X\n`,
    ['GIG4112 3 X', 'GIG4112 4 Y'],
  ],
  [
    'outputs without a channel',
    `${BASH}# @out port integer 1 text\n${SAFE}echo "port=1"`,
    ['GIG4108 4 set -euo pipefail'],
  ],
  [
    'an output that is never printed',
    `${BASH}# @out port integer 1 text\n${SAFE}exec 3>&1 1>&2\necho "sport=1" >&3`,
    ['GIG4109 3 port'],
  ],
  ['a channel without outputs', `${BASH}${SAFE}exec 3>&1 1>&2\n`, ['GIG4110 4 exec 3>&1 1>&2']],
  ['a list in sh', '#!/bin/sh\n# Does it.\n# @env X list text\nset -eu\necho "$GIG_X"', ['GIG4113 3 X']],
  ['a probe of an unknown input', `${BASH}# @probes X missing\n${SAFE}`, ['GIG4114 3 X', 'GIG4114 3 X']],
  ['a payload in small letters', `${BASH}# @payload image\n${SAFE}`, ['GIG4105 3 # @payload image']],
  [
    'two payloads',
    `${BASH}# @env X text\n# @payload X\n# @payload X\n${SAFE}echo "$GIG_X"`,
    ['GIG4106 4 @payload'],
  ],
  [
    'a list as payload',
    `${BASH}# @env X list text\n# @payload X\n${SAFE}echo "\${GIG_X[@]}"`,
    ['GIG4114 3 X'],
  ],
  ['an unknown payload', `${BASH}# @payload X\n${SAFE}`, ['GIG4114 3 X']],
  [
    'an example of another type',
    `${BASH}# @out port integer many text\n${SAFE}exec 3>&1 1>&2\necho port=1 >&3`,
    ['GIG4115 3 port'],
  ],
])('%s', (_name, text, expected) => {
  expect(complaints(text)).toEqual(expected);
});

describe('what scripts share', () => {
  const read = (name: string, text: string) => readSharedScript(name, text).script;
  const shared = new Map(
    [
      read('answers', '# Answers.\n# @out found list - what\nanswer() { echo "found=$1" >&3; }\n'),
      read(
        'machine',
        '# Asks.\n# @uses answers\n# @env HOST text\n# @needs ssh\nask() { ssh "$GIG_HOST"; }\n',
      ),
    ].map((script) => [script.name, script]),
  );
  const begin = `${BASH}# @uses machine\n`;
  const body = `${SAFE}exec 3>&1 1>&2\nask\n`;

  test('counts as declared, printed and read by the script', () => {
    const { script, diagnostics } = readScript('x.sh', begin + body, shared);
    expect(diagnostics).toEqual([]);
    expect(script.shared.map(({ name }) => name)).toEqual(['answers', 'machine']);
    expect(script.model).toMatchObject({
      inputs: [{ name: 'HOST' }],
      outputs: [{ name: 'found' }],
      needs: [['ssh']],
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['a name that does not exist', `${BASH}# @uses machines\n${SAFE}`, ['GIG4116 3 machines']],
    [
      'an input that is declared twice',
      `${begin}# @env HOST text\n${body}`,
      // The place is the line of the script, which has to go.
      ['GIG4106 4 HOST'],
    ],
  ])('%s', (_name, text, expected) => {
    const found = readScript('x.sh', text, shared).diagnostics;
    expect(
      found.map(
        ({ code, line, column, length, sourceLine }) =>
          `${code} ${line} ${sourceLine.slice(column - 1, column - 1 + length)}`,
      ),
    ).toEqual(expected);
  });

  test('has no tag for an input that one script names', () => {
    const { diagnostics } = readSharedScript('x', '# Asks.\n# @payload HOST\n# @probes HOST missing\n');
    expect(diagnostics.map(({ code, line, message }) => `${code} ${line} ${message}`)).toEqual([
      'GIG4103 2 @payload has no meaning here.',
      'GIG4103 3 @probes has no meaning here.',
    ]);
  });

  test('is checked where it stands', () => {
    const { diagnostics } = readSharedScript('x', '# Asks.\n# @env HOST text\nask() { ssh "$GIG_PORT"; }\n');
    expect(diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
      'GIG4111 resources/gig-ci/shared/x.sh:3',
      'GIG4112 resources/gig-ci/shared/x.sh:2',
    ]);
  });
});
