/** A registry as ECR has one: Debian's docker-registry with passwords, behind TLS with a certificate of our own authority. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../../src/diagnostics/processes';
import type { Aws } from './aws';
import { makeCertificates } from './certificates';
import { run } from './commands';
import { answersHttp, freePort, startProcess } from './processes';
import { startServer, type ObedientServer } from './servers';
import type { Teardown } from './teardown';

/** Where Docker looks for the authorities of registries. */
const trustFolder = '/etc/docker/certs.d';
const hostsFile = '/etc/hosts';

/** The registry of the tests. */
export interface Registry {
  /** Host name and port, as image names begin. */
  readonly host: string;
  /** Certificates that a program must trust to reach it: ours and those of the machine. */
  readonly authorities: string;
  readonly server: ObedientServer;
}

/** Starts it. Its password is the one that the API of ECR gives to the user AWS. */
export async function startRegistry(
  programs: string,
  { aws, endpoint, environment }: Aws,
  place: string,
  teardown: Teardown,
): Promise<Registry> {
  removeLeftovers();
  const name = `registry-${process.pid}-${randomBytes(3).toString('hex')}.gig-ci.test`;
  addHost(name, teardown);
  const certificates = await makeCertificates(place, name);
  const port = await startStore(programs, await passwordOf(aws), place, teardown);
  const server = await startServer(
    {
      name: 'registry',
      python: join(programs, 'bin', 'python'),
      program: 'servers/ecr.py',
      args: [String(port), endpoint, certificates.server],
      env: environment,
    },
    place,
    teardown,
  );
  const host = `${name}:${server.port}`;
  const trust = join(trustFolder, host);
  mkdirSync(trust, { recursive: true });
  teardown.add(trust, () => rmSync(trust, { recursive: true, force: true }));
  writeFileSync(join(trust, 'ca.crt'), readFileSync(certificates.authority));
  return { host, authorities: certificates.bundle, server };
}

/** What `docker login` sends after `aws ecr get-login-password`. */
async function passwordOf(aws: Aws['aws']): Promise<string> {
  const answer = (await aws('ecr', 'get-authorization-token')) as {
    readonly authorizationData: readonly { readonly authorizationToken: string }[];
  };
  const token = Buffer.from(answer.authorizationData[0]?.authorizationToken ?? '', 'base64').toString();
  return token.replace(/^AWS:/, '');
}

/** @returns the port of the registry itself, which speaks http */
async function startStore(
  programs: string,
  password: string,
  place: string,
  teardown: Teardown,
): Promise<number> {
  const port = await freePort();
  const passwords = join(place, 'registry.passwords');
  const program =
    'import bcrypt, sys; print("AWS:" + bcrypt.hashpw(sys.stdin.buffer.read(), bcrypt.gensalt(5)).decode())';
  const line = await run(join(programs, 'bin', 'python'), ['-c', program], { input: password });
  writeFileSync(passwords, `${line}\n`);
  const settings = join(place, 'registry.yml');
  // YAML takes JSON.
  writeFileSync(
    settings,
    JSON.stringify({
      version: 0.1,
      log: { level: 'warn', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(place, 'registry') } },
      http: { addr: `127.0.0.1:${port}`, relativeurls: true },
      auth: { htpasswd: { realm: 'Amazon ECR', path: passwords } },
    }),
  );
  await startProcess({
    name: 'docker-registry',
    command: 'docker-registry',
    args: ['serve', settings],
    place,
    teardown,
    isReady: () => answersHttp(`http://127.0.0.1:${port}/v2/`),
  });
  return port;
}

/** Lets a name stand for this machine, for every program on it. */
function addHost(name: string, teardown: Teardown): void {
  const before = readFileSync(hostsFile, 'utf8');
  writeFileSync(hostsFile, `${before.replace(/\n?$/, '\n')}127.0.0.1 ${name}\n`);
  teardown.add(`the line of ${name} in ${hostsFile}`, () => removeHost((line) => line.endsWith(` ${name}`)));
}

function removeHost(isOurs: (line: string) => boolean): void {
  const lines = readFileSync(hostsFile, 'utf8').split('\n');
  const kept = lines.filter((line) => !isOurs(line));
  if (kept.length < lines.length) writeFileSync(hostsFile, kept.join('\n'));
}

/** What a killed run left: a process of that number is gone. */
function removeLeftovers(): void {
  const isLeft = (text: string): boolean => {
    const [, number] = /registry-(\d+)-\w+\.gig-ci\.test/.exec(text) ?? [];
    return number !== undefined && !isAlive(Number(number));
  };
  removeHost(isLeft);
  mkdirSync(trustFolder, { recursive: true });
  for (const folder of readdirSync(trustFolder).filter(isLeft)) {
    rmSync(join(trustFolder, folder), { recursive: true });
  }
}
