/** Resource scripts: inputs as environment, typed outputs. */
import { expression, leaf, same } from './expressions';
import { flag, listOf, number, text, type Data } from './types';
import type { Writer } from './writer';

/** The scripts by name; the simulator answers with the examples of their outputs. */
export const scripts: { readonly [name: string]: string } = {
  'measure.sh': `#!/usr/bin/env bash
# Measures what it is given.
# @env FOLDER where it lies
# @env NAMES list what counts
# @env LIMIT? how much is too much
# @secret TOKEN? for the service
# @out total integer 42 how much
# @out fine boolean true whether it is little enough
# @out report string $x#"'\\ what to read
# @out found list a,b what was found
set -euo pipefail
exec 3>&1 1>&2
: "$GIG_FOLDER" "\${GIG_NAMES[@]}" "\${GIG_LIMIT-}" "\${GIG_TOKEN-}"
printf '%s\\n' total=42 fine=true report=text found=a >&3
`,
  'count.sh': `#!/bin/sh
# Counts.
# @out count integer 7 how many
set -eu
exec 3>&1 1>&2
echo 'count=7' >&3
`,
  'tidy.sh': `#!/bin/sh
# Removes what is left.
set -eu
rm -rf left
`,
};

export function scriptStatement(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const { choices } = writer;
  const folder = expression(writer, choices.oneOf<Data>([text, number, flag]), 1, true);
  const list = expression(writer, listOf(text), 1, true);
  const limit = choices.weighted([
    [2, ''],
    [2, `, LIMIT: ${leaf(writer, number, true)}`],
    [1, `, LIMIT: ${same({ kind: 'optional', value: text }, choices.oneOf(['undefined', "'9'"]))}`],
  ]);
  const inputs = `FOLDER: ${folder}, NAMES: ${list}${limit}`;
  const name = writer.freshName();
  writer.scope.reserve(name);
  const said = writer.say(`JSON.stringify([${name}.total, ${name}.fine, ${name}.report, ${name}.found])`);
  return choices.weighted<readonly string[]>([
    [3, [`const ${name} = script('measure.sh', { ${inputs} });`, said]],
    [1, [writer.say(`JSON.stringify(script('measure.sh', { ${inputs} }).total + 1)`)]],
    [1, [`script('measure.sh', { ${inputs} });`]],
    [1, [`script('tidy.sh', {});`]],
    [1, [writer.say(`JSON.stringify([script('count.sh', {}).count])`)]],
    [1, [`withSecretText('id', (token) => { script('measure.sh', { ${inputs}, TOKEN: token }); });`]],
  ]);
}
