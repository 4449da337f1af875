import { gigCi } from './capture';

test.each([[['--help']], [['build', '--help']], [['run', '--help']]])(
  'gig-ci %j shows examples',
  async (words) => {
    const { exitCode, output, errors } = await gigCi('.', ...words);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toContain('Examples:');
    expect(output).toMatch(/gig-ci (build|run) /);
  },
);

test.each([
  ['no command', [], 'Usage: gig-ci'],
  ['an unknown command', ['bild'], "unknown command 'bild'"],
  ['an unknown option', ['build', '--chek'], "unknown option '--chek'"],
  ['a missing Jenkinsfile', ['run'], "missing required argument 'jenkinsfile'"],
  [
    'an unknown world',
    ['run', 'Jenkinsfile', '--world', 'third'],
    'Allowed choices are direct, engine, both',
  ],
])('%s is unusable input', async (_, words, message) => {
  const { exitCode, output, errors } = await gigCi('.', ...words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
  expect(errors).toContain(message);
  expect(errors).not.toContain('    at ');
});

test('--version prints the version of the package', async () => {
  const { exitCode, output } = await gigCi('.', '--version');
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
