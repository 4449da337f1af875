/** What a call of a global variable hears before its function runs, in both worlds. */
import type { RunRecord } from '../../src/simulator/record';
import type { Library } from '../../src/testing/library';
import { describeInBothWorlds, openSources } from '../support';
import { describeWithJava } from '../support/java';

const gigPush = `
import { echo } from 'gig-ci/jenkins';

/** Parameters of {@link gigPush}. */
export interface PushParameters {
  /** Where it goes. */
  target?: Target;
  /**
   * What is pushed.
   * @formerly name
   */
  image: string;
  /**
   * Labels of the image.
   * @deprecated Write them into the Dockerfile.
   */
  labels?: string[];
  /**
   * Password of the registry.
   * @secret
   * @minLength 8
   * @requires user
   */
  password?: string;
  /**
   * User of the registry.
   * @conflicts labels
   */
  user?: string;
}

/** A registry. */
export interface Target {
  /**
   * Its address.
   * @environment REGISTRY
   * @pattern ^https
   */
  registry?: string;
}

/** Pushes. */
export default function gigPush({ image, target = {}, labels = [] }: PushParameters): void {
  echo(\`\${image} \${target.registry ?? '?'} \${labels.join()}\`);
}
`;

const gigPublish = `
import { echo } from 'gig-ci/jenkins';

/**
 * Publishes.
 * @deprecated Call gigPush.
 */
export default function gigPublish(): void {
  echo('published');
}
`;

const sources = {
  'vars/gigPush.ts': gigPush.replace('.join()', ".join(' ')"),
  'vars/gigPublish.ts': gigPublish,
};

describeInBothWorlds(
  'a call',
  () => openSources(sources),
  (run) => {
    const echoes = ({ events }: RunRecord): readonly unknown[] =>
      events.flatMap(({ operation, arguments: given }) => (operation === 'echo' ? [given['message']] : []));

    test('by a former name goes on under the name of today, with a warning', async () => {
      const record = await run("gigPush(name: 'app', labels: ['a', 'b'])");
      expect(echoes(record)).toEqual([
        [
          'gigPush: 2 warnings',
          "  name                    is called 'image' now",
          '  labels                  is deprecated: Write them into the Dockerfile.',
        ].join('\n'),
        'app ? a b',
      ]);
    });

    test('of a deprecated global variable is warned', async () => {
      expect(echoes(await run('gigPublish()'))).toEqual([
        'gigPublish: 1 warning\n  gigPublish              is deprecated: Call gigPush.',
        'published',
      ]);
    });

    test('hears all that is wrong, without the secret, and where to read more', async () => {
      const record = await run("gigPush(name: 'a', image: 'b', labels: [], user: 'u', password: 'short')");
      const message = record.failure?.message.split('\n') ?? [];
      expect(message.slice(0, -1)).toEqual([
        'gigPush: 3 problems',
        "  name                    means 'image', which is given already",
        '  password                is shorter than 8 characters: a string',
        "  labels                  cannot be given with 'user'",
      ]);
      expect(message.at(-1)).toMatch(/^ {2}see https:.*\/pipeline-syntax\/globals#gigPush$/);
      expect(JSON.stringify(record)).not.toMatch(/"short"|'short'/);
    });

    test('hears what the environment says wrongly, unless it says it itself', async () => {
      const environment = { REGISTRY: 'http://registry' };
      const record = await run("gigPush(image: 'a', password: 'secret-word')", { environment });
      expect(record.failure?.message.split('\n').slice(0, 3)).toEqual([
        'gigPush: 2 problems',
        "  target.registry         does not match ^https: 'http://registry' (from REGISTRY in the environment)",
        "  user                    is required with 'password'",
      ]);
      const given = await run("gigPush(image: 'a', target: [registry: 'https://x'])", { environment });
      expect(echoes(given)).toEqual(['a https://x ']);
    });
  },
);

describeWithJava('the forms of a call in Groovy', () => {
  let library: Library;
  beforeAll(async () => {
    library = openSources(sources);
    await library.startEngine();
  }, 300_000);
  afterAll(() => library.close());

  async function run(text: string): Promise<RunRecord> {
    const parameters = { IMAGE: 'app' };
    return library.runEngine({ path: 'Jenkinsfile', text }, { scenario: { parameters } });
  }

  test.each([
    ["gigPush(image: 'app')"],
    ["gigPush image: 'app'"],
    ["gigPush([image: 'app'])"],
    ["gigPush(['image': 'app', user: null])"],
    ["gigPush(image: 'app',)"],
    ["def options = [image: 'app']\ngigPush(options)"],
    ["def options = [image: 'other']\ngigPush(options + [image: 'app'])"],
    ['def name = \'pp\'\ngigPush(image: "a${name}")'],
    ['gigPush(image: params.IMAGE)'],
    ["def key = 'image'\ngigPush((key): 'app')"],
    ["def push = { image -> gigPush(image: image) }\npush('app')"],
    ["node {\n  stage('Push') {\n    gigPush image: 'app'\n  }\n}"],
    ["['app'].each { gigPush(image: it) }"],
    ["gigPush.call(image: 'app')"],
  ])('%s', async (text) => {
    const { events, failure, result } = await run(text);
    expect(failure).toBeUndefined();
    expect(result).toBe('SUCCESS');
    expect(events.filter(({ operation }) => operation === 'echo').map((event) => event.arguments)).toEqual([
      { message: 'app ? ' },
    ]);
  });

  test.each([
    [
      "def options = [imag: 'app']\ngigPush(options)",
      "imag                    is not a parameter; did you mean 'image'?",
    ],
    ['gigPush(image: params.ABSENT)', 'image                   is required: what is pushed'],
    ['node { gigPush image: 7 }', 'image                   is not a string: 7'],
  ])('%s is wrong', async (text, problem) => {
    const { failure } = await run(text);
    expect(failure?.message).toContain(`\n  ${problem}`);
  });
});
