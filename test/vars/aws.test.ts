/** As whom AWS is asked, and what happens to a repository that does not exist. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionName } from '../../vars/shared/builds';
import {
  answering,
  boundCredentials,
  describePipeline,
  documented,
  held,
  inputsOf,
  lineWith,
  published,
  scriptEvents,
  scriptsOf,
} from './router-pipeline';
import { runScript, type ScriptResult } from './run-script';

jest.setTimeout(60_000);

const role = 'arn:aws:iam::231056963705:role/publisher';
const session = { key: 'ASIASESSION', secret: 'session-secret', token: 'session-token' };

describe('the name of a session', () => {
  test.each([
    ['gig-route/main', 42, 'gig-ci-gig-route-main-42'],
    ['shop/feature%2Fä b', 7, 'gig-ci-shop-feature-2F-b-7'],
    [undefined, 1, 'gig-ci--1'],
  ])('%s', (job, build, name) => {
    expect(sessionName(job, build)).toBe(name);
  });

  test('a long one keeps its number', () => {
    const name = sessionName('a'.repeat(100), 12345);
    expect(name).toHaveLength(64);
    expect(name).toMatch(/^gig-ci-a+-12345$/);
  });
});

/** An AWS that says as whom it was asked. */
const aws = `
  note "as \${AWS_ACCESS_KEY_ID:-the machine} \${AWS_SESSION_TOKEN:-}: $1 $2"
  case $2 in
    assume-role) printf '${session.key}\\t${session.secret}\\t${session.token}\\n' ;;
    get-caller-identity) printf '231056963705\\tarn:aws:sts::231056963705:assumed-role/publisher/gig-ci-1\\n' ;;
    get-login-password) echo password ;;
    create-repository) echo arn:aws:ecr:eu-north-1:231056963705:repository/shop ;;
  esac`;
const docker = `case $1 in context) echo unix:///var/run/docker.sock ;; login) cat >/dev/null ;; esac`;

const inputs = { BUILD: 'b', REGION: 'eu-north-1', IMAGE: 'aws', ROLE: role, SESSION: 'gig-ci-1' };

describe('a role', () => {
  const logIn = (tools: { readonly [name: string]: string }, more = {}): ScriptResult =>
    runScript('ecr-login.sh', { inputs, tools: { docker, aws, sleep: '', ...tools }, ...more });
  const asked = ({ calls }: ScriptResult): string[] => calls.filter((call) => call.startsWith('as '));

  test.each([
    ['the machine', {}],
    ['AKIABASE', { AWS_ACCESS_KEY_ID: 'AKIABASE', AWS_SECRET_ACCESS_KEY: 'base' }],
  ])('is taken by %s, and asks everything else', (who, environment) => {
    const result = logIn({}, { environment });
    expect(result).toMatchObject({ exit: 0, problem: [] });
    expect(asked(result)).toEqual([
      `as ${who} : sts assume-role`,
      `as ${session.key} ${session.token}: sts get-caller-identity`,
      `as ${session.key} ${session.token}: ecr get-login-password`,
    ]);
    expect(result.calls.find((call) => call.startsWith('aws sts assume-role'))).toContain(
      `--role-arn ${role} --role-session-name gig-ci-1`,
    );
  });

  test('none: the identity asks itself', () => {
    const result = runScript('ecr-login.sh', { inputs: { ...inputs, ROLE: '' }, tools: { docker, aws } });
    expect(asked(result)).toEqual([
      'as the machine : sts get-caller-identity',
      'as the machine : ecr get-login-password',
    ]);
  });

  test.each(['ecr-login.sh', 'ecr-create-repository.sh'])(
    '%s: its keys are on no command line, in no line of the log and in no file',
    (script) => {
      const place = mkdtempSync(join(tmpdir(), 'gig-ci-role-'));
      try {
        const workspace = join(place, 'workspace');
        const { exit, calls, log, outputs } = runScript(script, {
          inputs: { ...inputs, REGISTRY: '', REPOSITORY: 'shop' },
          tools: { docker, aws, sleep: '' },
          environment: { TMPDIR: place },
          workspace,
        });
        expect(exit).toBe(0);
        const words = calls.filter((call) => !call.startsWith('as ')).join('\n');
        for (const text of [words, log, outputs]) {
          for (const secret of Object.values(session)) expect(text).not.toContain(secret);
        }
        const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
        expect(
          files.filter((file) => !/^workspace(@tmp(\/gig-ci-login(\/config\.json)?)?)?$/.test(file)),
        ).toEqual([]);
      } finally {
        rmSync(place, { recursive: true });
      }
    },
  );

  test('in a container, the keys of the session travel over standard input', () => {
    const seen = `${docker}
      case $1 in
        create) [[ $* != *assume-role* ]] || touch "$HOME/assume"; [[ $* != *get-caller* ]] || touch "$HOME/who"; echo 3f2a ;;
        start) given=$(cat)
          note "given $(xargs <<<"$given")"
          if [[ -f $HOME/who ]]; then rm "$HOME/who"; printf '231056963705\\tarn\\n'
          elif [[ -f $HOME/assume ]]; then rm "$HOME/assume"; printf '${Object.values(session).join('\\t')}\\n'
          else echo password; fi ;;
      esac`;
    const result = runScript('ecr-login.sh', {
      inputs,
      tools: { docker: `mkdir -p "$HOME"\n${seen}`, sleep: '' },
      lacks: ['aws'],
    });
    expect(result).toMatchObject({ exit: 0, problem: [] });
    expect(result.calls.filter((call) => call.startsWith('given '))).toEqual([
      'given ',
      ...Array<string>(2).fill(
        `given [default] aws_access_key_id=${session.key} aws_secret_access_key=${session.secret} aws_session_token=${session.token}`,
      ),
    ]);
    const commands = result.calls.filter((call) => call.startsWith('docker ')).join('\n');
    for (const secret of Object.values(session)) expect(commands).not.toContain(secret);
  });

  test('one that may not be taken', () => {
    const says = `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ci is not authorized to perform: sts:AssumeRole on resource: ${role}`;
    expect(logIn({ aws: `echo '${says}' >&2; exit 254` }).problem).toEqual([
      `AWS does not let this build take the role ${role}: ${says}`,
      expect.stringContaining('trust policy'),
    ]);
  });
});

describe('the creation of a repository', () => {
  const create = (answer: string, registry = '231056963705.dkr.ecr.eu-north-1.amazonaws.com'): ScriptResult =>
    runScript('ecr-create-repository.sh', {
      inputs: { ...inputs, ROLE: '', REGISTRY: registry, REPOSITORY: 'shop' },
      tools: { docker, aws: `${aws}\n[[ $2 != create-repository ]] || { ${answer}; }` },
    });

  test('in the account of the registry', () => {
    const { problem, log, calls } = create(':');
    expect(problem).toEqual([]);
    expect(log).toContain('The repository shop is new.');
    expect(calls.find((call) => call.startsWith('aws ecr'))).toContain('--registry-id 231056963705 ');
    const elsewhere = create(':', 'registry.example.com:5000');
    expect(elsewhere.calls.find((call) => call.startsWith('aws ecr'))).not.toContain('--registry-id');
  });

  test('another build was faster', () => {
    const says =
      'An error occurred (RepositoryAlreadyExistsException) when calling the CreateRepository operation: x';
    const { exit, problem, log } = create(`echo '${says}' >&2; exit 254`);
    expect({ exit, problem }).toEqual({ exit: 0, problem: [] });
    expect(log).toContain('another build was faster');
  });

  test('not allowed', () => {
    const says = 'An error occurred (AccessDeniedException) when calling the CreateRepository operation: x';
    expect(create(`echo '${says}' >&2; exit 254`).problem).toEqual([
      `The repository shop was not created: ${says}`,
      'Give the identity ecr:CreateRepository.',
    ]);
  });
});

describePipeline('gigRouterPipeline', (pipeline) => {
  const missing = answering('ecr-inspect.sh', { repository: false });

  test('the role is taken for each login to the registry that takes the image, never for that of the layers', async () => {
    const cache = "image: [cache: 'registry', cacheRepo: 'cache.example.com/layers']";
    const record = await pipeline.run(lineWith(`aws: [roleArn: '${role}', credentialsId: 'ci'], ${cache}`), {
      credentials: { ...documented.credentials, ci: { type: 'aws' } },
    });
    expect(record.result).toBe('SUCCESS');
    const roles = record.events
      .filter(({ operation }) => operation === 'withEnv')
      .map(({ arguments: { overrides } }) => JSON.stringify(overrides))
      .filter((text) => text.includes('GIG_SESSION='));
    expect(roles.map((text) => text.includes(`GIG_ROLE=${role}`))).toEqual([true, false, true]);
    expect(roles.every((text) => text.includes('GIG_SESSION=gig-ci-gig-route-main-42'))).toBe(true);
    expect(boundCredentials(record).filter((id) => id === 'ci')).toHaveLength(3);
  });

  test('something that is no role is refused before an agent is taken', async () => {
    const record = await pipeline.run(lineWith("aws: [roleArn: 'publisher']"));
    expect(record.failure).toMatchObject({ message: expect.stringContaining('aws.roleArn') });
    expect(record.events.map(({ operation }) => operation)).not.toContain('node');
  });

  test('a repository that is missing ends Checkout, and the message names the parameter that creates it', async () => {
    const record = await pipeline.run(undefined, missing);
    expect(record.stages.map(({ name }) => name)).toEqual(['Checkout']);
    expect(record.failure).toMatchObject({
      message: expect.stringMatching(
        /There is no repository gig-route-backend in 231056963705\.dkr\.ecr\.[^\n]*\n.*set ecr\.createRepository/,
      ),
    });
  });

  test('ecr.createRepository creates it after the last gate, as the identity that publishes', async () => {
    const rules = [
      { command: 'ecr-inspect.sh', call: 1, outputs: { repository: false } },
      { command: 'trivy-scan.sh', seconds: 30 },
    ];
    const record = await pipeline.run(lineWith(`ecr: [createRepository: true], aws: [roleArn: '${role}']`), {
      commands: rules,
    });
    expect(record.result).toBe('SUCCESS');
    const scripts = scriptsOf(record);
    // Before the tag is looked up once more, and pushed.
    expect(
      scripts.slice(scripts.indexOf('trivy-scan.sh')).filter((name) => !name.startsWith('python-')),
    ).toEqual([
      'trivy-scan.sh',
      'ecr-login.sh',
      'ecr-create-repository.sh',
      'ecr-inspect.sh',
      'ecr-push.sh',
      'ecr-inspect.sh',
      'ecr-tag.sh',
      ...scripts.slice(scripts.lastIndexOf('ecr-logout.sh')),
    ]);
    expect(scripts.filter((name) => name === 'ecr-create-repository.sh')).toHaveLength(1);
    expect(inputsOf(record, 'ecr-create-repository.sh')).toMatchObject({
      GIG_REPOSITORY: 'gig-route-backend',
      GIG_REGISTRY: '231056963705.dkr.ecr.eu-north-1.amazonaws.com',
      GIG_ROLE: role,
    });
    expect(published(record)).toEqual(['package', 'image', 'image']);
    expect(held(record)).toEqual([]);
  });

  test.each([
    ['one that is there', 'main', {}],
    ['one that this build does not publish to', 'feature/x', missing],
  ])('ecr.createRepository leaves alone: %s', async (_what, branch, scenario) => {
    const record = await pipeline.run(lineWith('ecr: [createRepository: true]'), { ...scenario, branch });
    expect(record.result).toBe('SUCCESS');
    expect(scriptsOf(record)).not.toContain('ecr-create-repository.sh');
  });

  test('a repository that cannot be created ends the build before the image is pushed', async () => {
    const problem = [
      'The repository gig-route-backend was not created.',
      'Give the identity ecr:CreateRepository.',
    ];
    const record = await pipeline.run(lineWith('ecr: [createRepository: true]'), {
      commands: [...missing.commands, ...answering('ecr-create-repository.sh', { problem }).commands],
    });
    expect(record.result).toBe('FAILURE');
    expect(record.failure).toMatchObject({ message: `gigEcrRepository: ${problem.join('\n')}` });
    expect(published(record)).toEqual(['package']);
    expect(scriptEvents(record).at(-1)?.outcome.kind).toBe('value');
    expect(held(record)).toEqual([]);
  });

  test('ecr.createRepository without an image contradicts itself', async () => {
    const { failure } = await pipeline.run(lineWith('image: false, ecr: [createRepository: true]'));
    expect(failure).toMatchObject({
      message: expect.stringContaining('  ecr.createRepository    creates nothing while image is false'),
    });
  });
});
