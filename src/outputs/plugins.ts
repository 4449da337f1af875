/** `plugins.txt`: the plugins that a controller needs for a library, as the plugin manager's command line reads them. */
import { generatedFrom } from './header';
import { pluginsOf, type LibraryModel } from './library';

/** The path in the library, and the text: a plugin a line, those without which something is left out in comments. */
export function pluginsFile({ uses }: LibraryModel): readonly [path: string, text: string] {
  const plugins = [...pluginsOf([...uses.values()])];
  const named = (wanted: 'required' | 'optional'): readonly string[] =>
    plugins.filter(([, need]) => need === wanted).map(([plugin]) => plugin);
  const optional = named('optional');
  const lines = [
    `# ${generatedFrom('vars/')}`,
    '# Pipeline itself, and what brings the steps that the library uses: jenkins-plugin-cli --plugin-file plugins.txt',
    ...[...new Set(['workflow-aggregator', ...named('required')])].sort(),
    ...(optional.length === 0 ? [] : ['# Optional: what needs them is left out where they are missing.']),
    ...optional.map((plugin) => `# ${plugin}`),
  ];
  return ['plugins.txt', `${lines.join('\n')}\n`];
}
