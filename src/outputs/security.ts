/** `docs/security.md`: for those who must trust a library: what each part of it binds, runs, and sends where. */
import type { GlobalVariableModel } from '../model/model';
import { generatedFrom } from './header';
import { CREDENTIALS_NAMES, credentialsIn, scriptsOf, sortedSet, usesOf, type LibraryModel } from './library';
import { code, page, prose, table } from './markdown';

/** Where the page stands in the project. */
export const SECURITY_PAGE = 'docs/security.md';

const TRUST = `Configure it as an **untrusted** global library: everything that it calls is on the lists of the Script
Security plugin, so that it runs in the sandbox, and nothing waits for an approval. It calls no method of Jenkins itself.`;

const SHELL = `No value becomes text of a command: commands are constant, and what a call gives reaches them as environment
variables whose names begin with \`GIG_\`. A secret is bound for the commands that use it, and never printed, joined or returned.`;

/** Steps that bind what no parameter names: whose credential it is, and its kind. */
const CONFIGURED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'withSonarQubeEnv',
    ['the token of the SonarQube server, from the configuration of Jenkins', 'Secret text'],
  ],
]);

/** The path in the project, and the text. */
export function securityPage(library: LibraryModel): readonly [path: string, text: string] {
  const { globalVariables, scripts } = library;
  const scriptRows = scripts.map((script) => [
    code(script.name),
    prose(script.summary),
    // A part that scripts share says it once.
    [...new Set(script.sends)].map(prose).join('; '),
    sortedSet(script.aws).map(code).join(', '),
  ]);
  return [
    SECURITY_PAGE,
    page(generatedFrom('vars/ and resources/'), [
      '# Security',
      '## What Jenkins must grant',
      TRUST,
      SHELL,
      '## Credentials',
      'The ids of credentials are parameters; what they name is looked up with the permissions of the job.',
      table(
        ['global variable', 'parameter', 'kind'],
        globalVariables.flatMap((model) => credentialRows(library, model)),
      ).join('\n'),
      '## What runs on the agent',
      ...(scriptRows.length === 0
        ? []
        : [
            'What a script sends is declared in its header, and is all that it sends by itself.',
            table(['script', 'what it does', 'sends', 'asks of AWS'], scriptRows).join('\n'),
          ]),
      table(
        ['global variable', 'scripts', 'commands'],
        globalVariables.flatMap((model) => runRows(library, model)),
      ).join('\n'),
    ]),
  ];
}

function credentialRows(
  library: LibraryModel,
  { name, parameters }: GlobalVariableModel,
): readonly (readonly string[])[] {
  const given = credentialsIn(parameters).map(({ path, kind }) => [code(path), CREDENTIALS_NAMES[kind]]);
  const { steps } = usesOf(library, name);
  const configured = [...CONFIGURED].filter(([step]) => steps.has(step)).map(([, row]) => row);
  return [...given, ...configured].map((row) => [code(name), ...row]);
}

/** A row for a global variable that runs something; what others run for it stands in theirs, too. */
function runRows(library: LibraryModel, { name }: GlobalVariableModel): readonly (readonly string[])[] {
  const scripts = scriptsOf(library, name).map((script) => code(script.name));
  const commands = usesOf(library, name).commands.map((command) => code(command.replace(/\s*\n\s*/g, ' ')));
  return scripts.length + commands.length === 0
    ? []
    : [[code(name), scripts.join(', '), commands.join(', ')]];
}
