/** Where a value may stand in a command, and what its variable is called. */
import ts from 'typescript';
import { analyse } from '../../../src/compiler/analysis/analyse';
import type { ShellCommand } from '../../../src/compiler/analysis/shell';
import { loadSources } from '../../../src/compiler/load';

/** Reads the template of the only command in a function with these parameters. */
function commandOf(template: string): ShellCommand {
  const source = `
import { sh } from 'gig-ci/jenkins';
export function run(image: string, imageTag: string, db: { port: number }, words: readonly string[], flag: boolean): void {
  sh\`${template}\`;
}`;
  const project = loadSources('/project', new Map([['vars/gigRun.ts', source]]));
  const analysis = analyse(project);
  const found: ts.TaggedTemplateExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  project.modules.forEach(({ sourceFile }) => {
    visit(sourceFile);
  });
  const [command] = found;
  if (command === undefined) throw new Error('no command');
  return analysis.shellCommand(command.template);
}

const dollar = '$';

test.each([
  ['bare', '${image}', '"${GIG_IMAGE-}"'],
  ['as a part of a word', '--tag=${image}:x', '--tag="${GIG_IMAGE-}":x'],
  ['in double quotes', '"${image}"', '"${GIG_IMAGE-}"'],
  ['in text in double quotes', '"a ${image} b"', '"a ${GIG_IMAGE-} b"'],
  ['in a substitution', '"$(cat ${image})"', '"$(cat "${GIG_IMAGE-}")"'],
  ['behind a closed single quote', "'a'${image}", '\'a\'"${GIG_IMAGE-}"'],
  ['behind an escaped quote', '\\\\"${image}', '\\"' + '"${GIG_IMAGE-}"'],
  ['behind a closed substitution', '$(date)${image}', '$(date)"${GIG_IMAGE-}"'],
  ['in a subshell in a substitution in quotes', '"$( (true) ${image})"', '"$( (true) "${GIG_IMAGE-}")"'],
  ['behind a comment', '# it is\n${image}', '# it is\n"${GIG_IMAGE-}"'],
  ['with a # that begins no comment', 'a#b ${image}', 'a#b "${GIG_IMAGE-}"'],
  ['in an argument of sh -c behind its program', `sh -c 'echo "$1"' sh \${image}`, undefined],
])('a value stands %s', (_title, template, script) => {
  const command = commandOf(template);
  if (script !== undefined) expect(command).toMatchObject({ script, problems: [] });
  else expect(command.problems).toHaveLength(0);
});

test.each([
  ['singleQuoted', "'${image}'"],
  ['singleQuoted', "echo 'a ${image} b'"],
  ['backquoted', '\\`cat ${image}\\`'],
  ['arithmetic', '$((1 + ${db.port}))'],
  ['comment', 'true # ${image}'],
  ['hereDocument', 'cat <<END\n${image}\nEND'],
  ['escaped', '\\\\${image}'],
  ['expansion', `${dollar}${dollar}{image}`],
  ['expansion', '\\${NAME:-${image}}'],
  ['evaluated', 'eval ${image}'],
  ['evaluated', 'bash -c "echo ${image}"'],
  ['evaluated', 'sh -ec ${image}'],
  ['evaluated', 'docker exec db sh -c "psql ${image}"'],
  ['evaluated', 'ssh host "rm ${image}"'],
  ['evaluated', 'sh -c "$(date) ${image}"'],

  ['listInText', '"a ${words}"'],
  ['secondList', '${words} ${["a"]}'],
])('refuses %s: %s', (kind, template) => {
  expect(commandOf(template).problems.map((problem) => problem.kind)).toEqual([kind]);
});

test('variables are named after what they carry, each once', () => {
  const { environment, script } = commandOf('${imageTag} ${db.port} ${flag} ${imageTag} ${image + "x"}');
  expect(environment.map(({ name, kind }) => [name, kind])).toEqual([
    ['GIG_IMAGE_TAG', 'scalar'],
    ['GIG_DB_PORT', 'scalar'],
    ['GIG_FLAG', 'scalar'],
    ['GIG_VALUE_5', 'scalar'],
  ]);
  expect(script.match(/GIG_IMAGE_TAG/g)).toHaveLength(2);
});

test('a list becomes "$@", alone or in its own quotes', () => {
  for (const template of ['run ${words}', 'run "${words}"']) {
    const { environment, script, problems } = commandOf(template);
    expect(problems).toEqual([]);
    expect(environment).toMatchObject([{ name: 'GIG_WORDS', kind: 'list' }]);
    expect(script.split('\n').at(-1)).toBe('run "$@"');
  }
});

test('several lines lose their common indentation and the empty lines around', () => {
  expect(commandOf('\n    if true; then\n      echo a\n    fi\n  ').script).toBe(
    'if true; then\n  echo a\nfi',
  );
});
