/** All that describes a global variable comes from its definition: nothing is missing, and nothing is left behind. */
import { join } from 'node:path';
import { compileLibrary } from '../../src/build/compile-library';
import type { ParameterModel, TypeModel } from '../../src/model/model';
import { TestFolder } from '../build/folder';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';

const library = compileLibrary(join(__dirname, '..', '..'));

function output(path: string): string {
  const text = library.files.get(path);
  if (text === undefined) throw new Error(`there is no output ${path}`);
  return text;
}

interface Described {
  readonly path: string;
  readonly parameter: ParameterModel;
}

function everyParameter(parameters: readonly ParameterModel[], path = ''): readonly Described[] {
  return parameters.flatMap((parameter) => [
    { path: `${path}${parameter.name}`, parameter },
    ...everyParameter(parametersIn(parameter.type), `${path}${parameter.name}${suffix(parameter.type)}.`),
  ]);
}

function parametersIn(type: TypeModel): readonly ParameterModel[] {
  if (type.kind === 'group') return type.parameters;
  if (type.kind === 'list') return parametersIn(type.element);
  return type.kind === 'record' ? parametersIn(type.value) : [];
}

function suffix({ kind }: TypeModel): string {
  return kind === 'list' ? '[]' : kind === 'record' ? '.*' : '';
}

function literalsIn(type: TypeModel): readonly string[] {
  if (type.kind === 'literals') return type.values;
  if (type.kind === 'list') return literalsIn(type.element);
  return type.kind === 'record' ? literalsIn(type.value) : [];
}

/** The line of a text that describes a parameter. */
function lineOf(text: string, begin: string): string {
  const found = text.split('\n').filter((line) => line.startsWith(begin));
  expect({ begin, lines: found.length }).toEqual({ begin, lines: 1 });
  return found[0] ?? '';
}

describe.each(library.definitions.models.map((model) => [model.name, model] as const))(
  '%s',
  (name, model) => {
    const parameters = everyParameter(model.parameters);

    test('help and reference have every parameter with its choices and default, and no other', () => {
      const help = output(`groovy-out/vars/${name}.txt`);
      const reference = output(`docs/reference/${name}.md`);
      for (const { path, parameter } of parameters) {
        const lines = [lineOf(help, `- ${path} (`), lineOf(reference, `| \`${path}\` |`)];
        for (const line of lines) {
          for (const choice of literalsIn(parameter.type)) expect(line).toContain(`'${choice}'`);
          const { defaultValue } = parameter;
          if (typeof defaultValue === 'string') expect(line).toContain(`default '${defaultValue}'`);
          if (typeof defaultValue === 'number' || typeof defaultValue === 'boolean') {
            expect(line).toContain(`default ${defaultValue}`);
          }
        }
      }
      expect(help.match(/^- /gm) ?? []).toHaveLength(parameters.length);
      const [tables = ''] = reference.split(/^## /m).filter((part) => part.startsWith('Parameters\n'));
      expect(tables.match(/^\| `/gm) ?? []).toHaveLength(parameters.length);
    });

    test('the reference names the examples, and the plugins of what it calls', () => {
      const reference = output(`docs/reference/${name}.md`);
      for (const example of model.examples) expect(reference).toContain(example);
      if (output(`groovy-out/vars/${name}.groovy`).includes('junit(')) expect(reference).toContain('`junit`');
      if (output(`groovy-out/vars/${name}.groovy`).includes('publishHTML('))
        expect(reference).toContain('`htmlpublisher`');
    });
  },
);

test('plugins.txt has what the pipeline cannot do without, and names the rest as optional', () => {
  const lines = output('groovy-out/plugins.txt').trim().split('\n');
  const required = lines.filter((line) => !line.startsWith('#'));
  expect(required).toEqual([...required].sort());
  for (const plugin of ['workflow-aggregator', 'junit', 'sonar', 'credentials-binding', 'aws-credentials']) {
    expect(required).toContain(plugin);
  }
  for (const plugin of ['timestamper', 'coverage', 'dependency-check-jenkins-plugin']) {
    expect(required).not.toContain(plugin);
    expect(lines).toContain(`# ${plugin}`);
  }
});

test('the IAM policy allows what the scripts declare, and nothing else', () => {
  const policy = JSON.parse(output('groovy-out/iam-policy.json')) as {
    Statement: { Action: string[]; Resource: string }[];
  };
  const declared = [...new Set(library.scripts.flatMap(({ model }) => model.aws))].sort();
  const takesRole = (action: string): boolean => action === 'sts:AssumeRole';
  expect(declared.filter(takesRole)).toHaveLength(1);
  // Whoever takes a role is not the role, and may take that one only.
  expect(policy.Statement.map(({ Action, Resource }) => [Action, Resource])).toEqual([
    [['ecr:GetAuthorizationToken', 'sts:GetCallerIdentity'], '*'],
    [
      declared.filter(
        (action) => !takesRole(action) && !/GetAuthorizationToken|GetCallerIdentity/.test(action),
      ),
      // Nobody has a repository of that name.
      'arn:aws:ecr:*:*:repository/NAME_OF_THE_REPOSITORY',
    ],
    [['sts:AssumeRole'], 'arn:aws:iam::*:role/*'],
  ]);
});

test('the page on security has every script, and every parameter that names credentials', () => {
  const page = output('docs/security.md');
  for (const { model } of library.scripts) lineOf(page, `| \`${model.name}\` |`);
  for (const model of library.definitions.models) {
    for (const { path, parameter } of everyParameter(model.parameters)) {
      if (/credentialsId$/i.test(path)) expect([path, 'credentials' in parameter.type]).toEqual([path, true]);
      if ('credentials' in parameter.type) lineOf(page, `| \`${model.name}\` | \`${path}\` |`);
    }
  }
});

test('each script that can reach a network says what it sends, and the page on security says it, too', () => {
  const page = output('docs/security.md');
  const reaches =
    /\b(?:curl|wget|skopeo|twine|urlopen|socket|manage|pytest|pip install|driver\.connect|docker (?:build|pull|push|login))\b|\/dev\/tcp|\b(?:aws|trivy|buildah|create_container|sonar-scanner|dependency-check\.sh)\b|-m (?:build|pip)\b/;
  const silent = library.scripts.flatMap(({ model, text, shared }) => {
    const own = [text, ...shared.map((part) => part.text)].join('\n').replace(/^\s*#.*$/gm, '');
    return reaches.test(own) && model.sends.length === 0 ? [model.name] : [];
  });
  // What they ask of Docker or buildah stays on the machine.
  expect(silent).toEqual(['clean-up.sh', 'image-load.sh', 'leftovers.sh']);
  for (const { model } of library.scripts)
    for (const sent of model.sends)
      expect(lineOf(page, `| \`${model.name}\` |`).replaceAll('\\_', '_')).toContain(sent);
  expect(lineOf(page, '| `sonar-scan.sh` |')).toContain(
    'the source, the reports and the token to the SonarQube server',
  );
  expect(lineOf(page, '| `gigSonarAnalysis` | the token')).toContain('Secret text');
});

test('a parameter that is added in one place changes all that describes it', () => {
  const definition = (more: string): string => `
import { echo } from 'gig-ci/jenkins';

/** Parameters of {@link gigHello}. */
export interface HelloParameters {
  /** Who. */
  name: string;${more}
}

/** Greets. */
export default function gigHello({ name }: HelloParameters): void {
  echo(name);
}
`;
  const filesWith = (more: string): ReadonlyMap<string, string> => {
    const folder = new TestFolder();
    folder.write('vars/gigHello.ts', definition(more));
    const { files, diagnostics } = compileLibrary(folder.path);
    folder.remove();
    expect(diagnostics).toEqual([]);
    return files;
  };
  const before = filesWith('');
  const after = filesWith('\n  /** How loud. */\n  volume?: number;');
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(changed).toEqual([
    'groovy-out/api.json',
    'groovy-out/gig-ci.gdsl',
    'groovy-out/maps/gigHello.json',
    'groovy-out/resources/gig-ci/schema/gigHello.json',
    'groovy-out/src/gigci/parameters/GigHelloParameters.groovy',
    'groovy-out/vars/gigHello.txt',
    'docs/reference/gigHello.md',
  ]);
});

describeWithJava('gig-ci.gdsl', () => {
  test(
    'tells IntelliJ every global variable with its parameters',
    async () => {
      const script = [
        'def methods = []',
        'def scriptScope = { -> null }',
        'def context = { scope -> null }',
        'def parameter = { details -> details.name }',
        'def method = { details -> methods.add([details.name] + (details.namedParams ?: [])) }',
        'def contributor = { ignored, body -> body.call() }',
        output('groovy-out/gig-ci.gdsl').replaceAll('context(scope: scriptScope())', 'null'),
        'return methods',
      ].join('\n');
      const [result] = await evaluateGroovy([script], '.');
      expect(result).toEqual({
        value: library.definitions.models.map(({ name, parameters }) => [
          name,
          ...parameters.map((each) => each.name),
        ]),
      });
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});

test('the pages of the reference have a line for what the environment can give, and for each plugin', () => {
  for (const model of library.definitions.models) {
    const page = output(`docs/reference/${model.name}.md`);
    const inherited = everyParameter(model.parameters).filter(
      ({ parameter }) => parameter.environment !== undefined,
    );
    expect(page.includes('## What the environment of Jenkins can give')).toBe(inherited.length > 0);
    for (const { path, parameter } of inherited)
      lineOf(page, `| \`${parameter.environment}\` | \`${path}\` |`);
  }
  lineOf(output('docs/reference/gigRouterPipeline.md'), '| `NEXUS_URL` | `nexus.url` |');
  const overview = output('docs/reference/README.md');
  const plugins = output('groovy-out/plugins.txt').match(/^(?:# )?[a-z0-9-]+$/gm) ?? [];
  expect(plugins).toEqual(expect.arrayContaining(['git', '# coverage']));
  for (const plugin of plugins.map((line) => line.replace('# ', '')))
    if (plugin !== 'workflow-aggregator') lineOf(overview, `| \`${plugin}\` | \``);
});
