/** What the library gets from a resource script: types for its callers, and the script that runs on the agent. */
import type { ScriptModel } from '../model/model';
import { headerLength } from '../model/script-header';
import type { Script } from '../model/scripts';
import type { SharedScript } from '../model/shared-scripts';
import { generatedFrom } from './header';

/**
 * `resources/scripts.d.ts`: extends `Scripts` of `gig-ci/jenkins`, so that a missing, unknown or mistyped input of
 * `script('x.sh', { … })` does not compile.
 */
export function scriptDeclarations(scripts: readonly Script[]): string {
  return [
    `// ${generatedFrom('resources/gig-ci/*.sh')}`,
    'export {};',
    '',
    `declare module 'gig-ci/jenkins' {`,
    '  interface Scripts {',
    ...scripts.flatMap(({ model }) => declaration(model)).map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n');
}

function declaration(model: ScriptModel): readonly string[] {
  const inputs = [
    ...model.inputs.map((input) =>
      property(input, input.list ? 'readonly string[]' : 'string | number | boolean'),
    ),
    ...model.secrets.map((secret) => property(secret, 'Secret')),
  ];
  const outputs = model.outputs.map((output) =>
    property({ ...output, optional: false }, OUTPUT_TYPES[output.type]),
  );
  return [
    comment(model.summary),
    `'${model.name}': {`,
    // An index signature of `never` refuses every name, which an empty type would accept.
    ...members('inputs', inputs, '{ readonly [name: string]: never }'),
    ...members('outputs', outputs, 'void'),
    '};',
  ];
}

const OUTPUT_TYPES = {
  string: 'string',
  integer: 'number',
  boolean: 'boolean',
  list: 'readonly string[]',
} as const;

function members(
  name: string,
  properties: readonly (readonly string[])[],
  whenEmpty: string,
): readonly string[] {
  if (properties.length === 0) return [`  readonly ${name}: ${whenEmpty};`];
  return [`  readonly ${name}: {`, ...properties.flat().map((line) => `    ${line}`), '  };'];
}

function property(
  {
    name,
    optional,
    summary,
  }: { readonly name: string; readonly optional: boolean; readonly summary: string },
  type: string,
): readonly string[] {
  return [
    comment(summary),
    `readonly ${name}${optional ? '?' : ''}: ${type}${optional ? ' | undefined' : ''};`,
  ];
}

function comment(text: string): string {
  return `/** ${text.replaceAll('*/', '*\\/')} */`;
}

/**
 * The script as it lies in `groovy-out/`: our line behind the shebang, and behind the header a constant prelude that
 * restores what cannot travel in an environment: empty values, which Jenkins removes, and lists. Then come the functions
 * that the script uses.
 *
 *     export GIG_IMAGE="${GIG_IMAGE-}"
 */
export function runnableScript({ model, text, path, shared }: Script): string {
  const lines = text.split(/\r?\n/);
  const [shebang = '', ...description] = lines.slice(0, headerLength(lines));
  const body = lines.slice(headerLength(lines));
  const prelude = [...preludeOf(model), ...shared.flatMap(functionsOf)];
  const gap = prelude.length === 0 || body[0] === '' ? [] : [''];
  return [shebang, `# ${generatedFrom(path)}`, ...description, ...prelude, ...gap, ...body].join('\n');
}

function preludeOf({ inputs, secrets }: ScriptModel): readonly string[] {
  const texts = [...inputs.filter(({ list }) => !list), ...secrets];
  const lists = inputs.filter(({ list }) => list);
  if (texts.length + lists.length === 0) return [];
  return [
    '',
    '# Jenkins removes empty variables and has no lists: restore both.',
    ...texts.map(({ name }) => `export GIG_${name}="\${GIG_${name}-}"`),
    ...lists.flatMap(({ name }) => restoredList(`GIG_${name}`)),
  ];
}

/** What a shared script defines, behind its name. */
function functionsOf({ path, text }: SharedScript): readonly string[] {
  const lines = text.trimEnd().split(/\r?\n/);
  return ['', `# From ${path}.`, ...lines.slice(headerLength(lines))];
}

/** Rebuilds a bash array from GIG_APPS_COUNT, GIG_APPS_1, GIG_APPS_2, … */
function restoredList(variable: string): readonly string[] {
  return [
    `${variable}=()`,
    `for ((gig_index = 1; gig_index <= \${${variable}_COUNT:-0}; gig_index++)); do`,
    `  gig_element="${variable}_$gig_index"`,
    `  ${variable}+=("\${!gig_element-}")`,
    'done',
  ];
}
