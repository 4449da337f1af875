/** What becomes of a push, and of the names of images, by the real scripts and a Docker that answers as it is told. */
import { runScript } from '../run-script';

describe('the push', () => {
  const push = (says: string): readonly string[] =>
    runScript('ecr-push.sh', {
      inputs: { IMAGE: 'i', REGISTRY: 'r.example.com', REPOSITORY: 'shop', TAGS: ['1'], LOGIN: '/tmp/x' },
      tools: { docker: `[[ $1 != push ]] || { echo '${says}' >&2; exit 1; }`, sleep: '' },
    }).problem;

  test.each([
    [
      'tag invalid: the tag is immutable',
      'r.example.com/shop:1 exists, and the repository does not let a tag change.',
      'new build',
    ],
    [
      'name unknown: The repository with name shop does not exist in the registry',
      'There is no repository shop in r.example.com.',
      'aws ecr create-repository --repository-name shop',
    ],
    [
      'denied: User is not authorized to perform: ecr:InitiateLayerUpload',
      'The identity may not push r.example.com/shop:1: denied: User is not authorized to perform: ecr:InitiateLayerUpload',
      'ecr:PutImage',
    ],
    [
      'no basic auth credentials',
      'r.example.com does not accept the login: no basic auth credentials',
      'twelve hours',
    ],
    ['error: i/o timeout', 'r.example.com/shop:1 was not pushed: error: i/o timeout', 'proxy'],
  ])('Docker says: %s', (says, cause, remedy) => {
    expect(push(says)).toEqual([cause, expect.stringContaining(remedy)]);
  });

  const [ours, theirs] = ['1', '2'].map((digit) => `echo 'x: digest: sha256:${digit.repeat(64)} size: 1'`);
  const removed = "echo 'An image does not exist locally with the tag: r.example.com/shop' >&2; exit 1";
  const lost = "echo 'error: i/o timeout' >&2; exit 1";

  /** Two tags, the first pushed at once. @param answers what Docker does at each push of the second */
  const pushBoth = (answers: readonly (string | undefined)[]) => {
    const docker = `
      note "$@"
      if [[ $1 == push && $2 != *:latest ]]; then ${ours}; fi
      if [[ $1 == push && $2 == *:latest ]]; then
        echo x >>attempts
        case $(wc -l <attempts) in
          ${answers.map((answer, index) => `${index + 1}) ${answer} ;;`).join('\n')}
        esac
      fi`;
    const inputs = { IMAGE: 'i', REGISTRY: 'r.example.com', REPOSITORY: 'shop', LOGIN: '/tmp/x' };
    const { outputs, problem, calls } = runScript('ecr-push.sh', {
      inputs: { ...inputs, TAGS: ['1', 'latest'] },
      tools: { docker, sleep: '' },
    });
    return { outputs, problem, attempts: calls.filter((call) => / push .*latest/.test(call)).length };
  };

  test.each([
    ['gives to its own image is given back', [theirs, ours]],
    ['removes is given again', [removed, ours]],
  ])('a name that another build on the machine %s', (_what, answers) => {
    expect(pushBoth(answers)).toMatchObject({ outputs: `digest=sha256:${'1'.repeat(64)}\n`, attempts: 2 });
  });

  const notPushed = 'r.example.com/shop:latest was not pushed:';
  const moved = `r.example.com/shop:latest is sha256:${'2'.repeat(64)}, and should be sha256:${'1'.repeat(64)}: another build on this machine has given that name to its own image.`;
  const waiting = 'Start a new build when the other builds of this machine are done.';

  test.each([
    ['moved each time', [theirs, theirs, theirs], moved, waiting],
    ['moved in the end', [lost, lost, theirs], moved, waiting],
    ['moved, then the network is lost', [theirs, theirs, lost], `${notPushed} error: i/o timeout`, 'proxy'],
    [
      'removed each time',
      [removed, removed, removed],
      `${notPushed} An image does not exist locally with the tag: r.example.com/shop`,
      waiting,
    ],
    [
      'pushed by a Docker that says no digest',
      ['echo pushed'],
      'Docker did not say which digest r.example.com/shop:latest has.',
      'update Docker',
    ],
  ])('the second tag is %s', (_what, answers, cause, remedy) => {
    const { problem, attempts } = pushBoth(answers);
    expect(problem).toEqual([cause, expect.stringContaining(remedy)]);
    expect(attempts).toBe(answers.length);
  });
});

describe('the removal of names of images', () => {
  const remove = (docker: string): number | null =>
    runScript('image-remove.sh', { inputs: { ARCHIVE: 'image.tar', REFERENCES: ['a:1'] }, tools: { docker } })
      .exit;

  test('one that another build removes at the same time is gone as well', () => {
    expect(remove('if [[ $2 == rm ]]; then touch gone; exit 1; fi; [[ ! -e gone ]]')).toBe(0);
  });

  test('one that stays is an error', () => {
    expect(remove('[[ $2 != rm ]]')).toBe(1);
  });
});
