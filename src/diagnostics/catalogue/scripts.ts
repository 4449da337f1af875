/** GIG41xx: the scripts in `resources/gig-ci/` and what their headers declare. */
import { problem } from '../problem';

export const scriptProblems = {
  unknownShell: problem<[name: string]>(
    'GIG4101',
    (name) => `${name} does not begin with a shebang of bash or sh.`,
    'Begin with `#!/usr/bin/env bash` or `#!/bin/sh`; other languages run from a shell script.',
  ),
  scriptWithoutSummary: problem<[name: string]>(
    'GIG4102',
    (name) => `${name} has no description.`,
    'Say below the first line, in a comment, what the script does.',
  ),
  unknownScriptTag: problem<[tag: string, tags: string]>(
    'GIG4103',
    (tag) => `@${tag} has no meaning here.`,
    (_tag, tags) => `Known: ${tags}.`,
  ),
  misspelledScriptTag: problem<[tag: string, nearest: string]>(
    'GIG4104',
    (tag) => `@${tag} has no meaning here.`,
    (_tag, nearest) => `Did you mean @${nearest}?`,
  ),
  malformedScriptTag: problem<[tag: string, form: string]>(
    'GIG4105',
    (tag) => `This @${tag} is not complete.`,
    (_tag, form) => `Write \`# ${form}\`.`,
  ),
  repeatedScriptName: problem<[name: string]>(
    'GIG4106',
    (name) => `${name} is declared twice.`,
    'Keep one of the two lines.',
  ),
  unsafeScript: problem<[options: string]>(
    'GIG4107',
    'A failing command would not end this script.',
    (options) => `Begin its body with \`set ${options}\`.`,
  ),
  noOutputChannel: problem(
    'GIG4108',
    'The outputs of this script would be mixed with its log.',
    'Write `exec 3>&1 1>&2` before the first command and print each `name=value` with `>&3`.',
  ),
  outputNeverPrinted: problem<[name: string]>(
    'GIG4109',
    (name) => `The script never prints its output ${name}.`,
    (name) => `Print it: \`echo "${name}=…" >&3\`.`,
  ),
  needlessOutputChannel: problem(
    'GIG4110',
    'The script opens a channel for outputs but declares none.',
    'Declare them with `# @out name type example text`, or delete the line.',
  ),
  undeclaredVariable: problem<[name: string]>(
    'GIG4111',
    (name) => `GIG_${name} is not declared in the header.`,
    (name) => `Add \`# @env ${name} text\`; a variable of the script's own has a name without GIG_.`,
  ),
  unreadVariable: problem<[name: string]>(
    'GIG4112',
    (name) => `The script never reads GIG_${name}.`,
    'Delete the line: an input without effect misleads.',
  ),
  listNeedsBash: problem<[name: string]>(
    'GIG4113',
    (name) => `${name} is a list, for which sh has no variable.`,
    'Begin the script with `#!/usr/bin/env bash`.',
  ),
  unknownReference: problem<[tag: string, name: string, expectation: string]>(
    'GIG4114',
    (tag, name, expectation) => `@${tag} names ${name}, which is no ${expectation} of this script.`,
    (_tag, _name, expectation) => `Name one that the header declares as ${expectation}.`,
  ),
  unfittingExample: problem<[example: string, type: string]>(
    'GIG4115',
    (example, type) => `The example ${example} is no ${type}.`,
    'The simulator answers with the example: give a value that the script could print.',
  ),
  unknownSharedScript: problem<[name: string, known: string]>(
    'GIG4116',
    (name) => `There is no resources/gig-ci/shared/${name}.sh.`,
    (_name, known) => (known === '' ? 'Write it, or delete the line.' : `Known: ${known}.`),
  ),
} as const;
