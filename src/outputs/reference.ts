/** `docs/reference/`: a page for each global variable that a Jenkinsfile can call, and one that lists them. */
import { CATALOGUE_DATE, describables, steps } from '../jenkins';
import { engineVersions } from '../jenkins/engine-versions';
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { generatedFrom } from './header';
import {
  CREDENTIALS_NAMES,
  credentialsIn,
  pluginsOf,
  scriptsOf,
  sortedSet,
  usesOf,
  type LibraryModel,
} from './library';
import { code, codeBlock, page, prose, table } from './markdown';
import { memoized } from './memoized';
import { groovyText, groupIn, history, necessity, typeText } from './parameter-text';

/** Where the pages stand in the project. */
export const REFERENCE_FOLDER = 'docs/reference';

const VERSIONS = `What the steps take comes from the sources of their plugins as they were in ${CATALOGUE_DATE}, the engine from groovy-cps ${engineVersions.groovyCps} on
Groovy ${engineVersions.groovy}. These are the versions with which the library is known to agree: which older ones do, nobody has tried, and no test runs a controller.
The names below are what \`groovy-out/plugins.txt\` lists, without versions for that reason.`;

const LEFT_OUT =
  'A parameter is optional unless its row says required. Where its row has no default, the text in parentheses says what applies.';

type Page = readonly [path: string, text: string];

/** All pages, by path in the project. */
export function referencePages(library: LibraryModel): readonly Page[] {
  return [
    overview(library),
    ...library.globalVariables.map((model): Page => [
      `${REFERENCE_FOLDER}/${model.name}.md`,
      page(generatedFrom(model.source), [
        ...definitionParts(model),
        '## What it needs',
        needs(library, model).join('\n'),
        '## What it does outside',
        effects(library, model).join('\n'),
      ]),
    ]),
  ];
}

/** What follows from the definition alone. */
const definitionParts = memoized((model: GlobalVariableModel): readonly string[] => [
  `# ${model.name}`,
  ...(model.deprecated === undefined ? [] : [`**Deprecated.** ${prose(model.deprecated)}`]),
  prose(model.summary),
  ...model.examples.map((example) => codeBlock('groovy', example)),
  ...(model.returns === undefined ? [] : [`Returns ${prose(model.returns)}.`]),
  ...(model.since === undefined ? [] : [`Since ${model.since}.`]),
  '## Parameters',
  ...(model.parameters.length === 0 ? ['None.'] : [LEFT_OUT, ...groups(model.parameters, '')]),
  ...environmentPart(model.parameters),
]);

/** The parameters that an administrator can set for all jobs. */
function environmentPart(parameters: readonly ParameterModel[]): readonly string[] {
  const rows = inheritedIn(parameters, '').map(({ variable, path, parameter }) => [
    code(variable),
    code(path),
    prose(parameter.summary),
  ]);
  return rows.length === 0
    ? []
    : [
        '## What the environment of Jenkins can give',
        'Where the call leaves the parameter out, the variable counts: from the global properties of Jenkins, from the job, or from a `withEnv` around the call. It is checked like the call.',
        table(['variable', 'parameter', 'what it is'], rows).join('\n'),
      ];
}

interface Inherited {
  readonly variable: string;
  readonly path: string;
  readonly parameter: ParameterModel;
}

function inheritedIn(parameters: readonly ParameterModel[], path: string): readonly Inherited[] {
  return parameters.flatMap((parameter) => {
    const place = `${path}${parameter.name}`;
    const { environment: variable, type } = parameter;
    const own = variable === undefined ? [] : [{ variable, path: place, parameter }];
    return type.kind === 'group' ? [...own, ...inheritedIn(type.parameters, `${place}.`)] : own;
  });
}

function overview(library: LibraryModel): Page {
  const rows = library.globalVariables.map(({ name, summary, deprecated }) => [
    `[${name}](${name}.md)`,
    `${deprecated === undefined ? '' : '**Deprecated.** '}${prose(summary)}`,
  ]);
  return [
    `${REFERENCE_FOLDER}/README.md`,
    page(generatedFrom('vars/'), [
      '# Global variables',
      'What a Jenkinsfile can call. Every call is checked before an agent is taken.',
      table(['name', 'what it does'], rows).join('\n'),
      '## Plugins',
      VERSIONS,
      table(['plugin', 'what the library uses of it', 'without it'], pluginRows(library)).join('\n'),
    ]),
  ];
}

/** A row for each plugin, with the steps and the makers of arguments that it brings. */
function pluginRows({ uses }: LibraryModel): readonly (readonly string[])[] {
  const used = sortedSet([...uses.values()].flatMap(({ steps: names }) => [...names.keys()]));
  const pluginOf = (name: string): string | undefined => (steps.get(name) ?? describables.get(name))?.plugin;
  return [...pluginsOf([...uses.values()])].map(([plugin, need]) => [
    code(plugin),
    used
      .filter((name) => pluginOf(name) === plugin)
      .map(code)
      .join(', '),
    need === 'required' ? 'the build fails where it is used' : 'is left out, and the log says so',
  ]);
}

/** A table of parameters, and one below it for each group in it. */
function groups(parameters: readonly ParameterModel[], path: string): readonly string[] {
  const rows = parameters.map((parameter) => [
    code(`${path}${parameter.name}`),
    [...facts(parameter), ...linkToGroup(parameter.type, `${path}${parameter.name}`)].join('; '),
    prose(parameter.summary) + examplesOf(parameter),
  ]);
  return [
    table(['parameter', 'value', 'what it is'], rows).join('\n'),
    ...parameters.flatMap(({ name, summary, type }) => {
      const group = groupIn(type, `${path}${name}`);
      if (group === undefined) return [];
      const off =
        type.kind === 'group' && type.canBeFalse ? ` ${code(`${name}: false`)} switches it off.` : '';
      return [`### ${group.path}`, `${prose(summary)}${off}`, ...groups(group.parameters, `${group.path}.`)];
    }),
  ];
}

/** GitHub and its like make the anchor of a heading of its letters and digits. */
function linkToGroup(type: TypeModel, path: string): readonly string[] {
  const group = groupIn(type, path);
  return group === undefined ? [] : [`[its parts](#${group.path.toLowerCase().replace(/[^a-z0-9]/g, '')})`];
}

function facts(parameter: ParameterModel): readonly string[] {
  return [typeText(parameter.type, code), necessity(parameter), ...history(parameter).map(prose)];
}

function examplesOf({ examples = [] }: ParameterModel): string {
  return examples.length === 0
    ? ''
    : ` Example: ${examples.map((value) => code(groovyText(value))).join(', ')}.`;
}

function needs(library: LibraryModel, { name, parameters }: GlobalVariableModel): readonly string[] {
  const plugins = [...pluginsOf([usesOf(library, name)])].map(([plugin, need]) =>
    need === 'required' ? code(plugin) : `${code(plugin)} (left out where it is missing)`,
  );
  const scripts = scriptsOf(library, name);
  const tools = sortedSet(
    scripts.flatMap((script) => script.needs.map((choice) => choice.map(code).join(' or '))),
  );
  const permissions = sortedSet(scripts.flatMap(({ aws }) => aws)).map(code);
  const credentials = credentialsIn(parameters).map(
    ({ path, kind }) => `${CREDENTIALS_NAMES[kind]} by ${code(path)}`,
  );
  const lines = [
    ['Plugins', plugins],
    ['Tools on the agent, for what the call uses', tools],
    ['Credentials', credentials],
    ['Permissions in AWS', permissions],
  ] as const;
  return listed(lines, 'Nothing but Pipeline itself.');
}

function effects(library: LibraryModel, { name }: GlobalVariableModel): readonly string[] {
  const scripts = scriptsOf(library, name);
  const published = sortedSet(scripts.flatMap(({ publishes }) => publishes));
  const sending = scripts.filter(({ sends }) => sends.length > 0).map((script) => code(script.name));
  const held = sortedSet(scripts.flatMap(({ acquires }) => acquires));
  const lines = [
    ['Publishes', published],
    ['Reaches the network ([what it sends to whom](../security.md#what-runs-on-the-agent)) with', sending],
    ['Holds while it runs, and releases', held],
  ] as const;
  return listed(lines, 'Nothing: its scripts publish, send and leave nothing.');
}

/** An item for each that has names, or what to say when none has. */
function listed(
  lines: readonly (readonly [what: string, names: readonly string[]])[],
  otherwise: string,
): readonly string[] {
  const items = lines.flatMap(([what, names]) =>
    names.length === 0 ? [] : [`- ${what}: ${names.join(', ')}`],
  );
  return items.length === 0 ? [otherwise] : items;
}
