/** A package index as Nexus has one: pypiserver with a password, at the addresses of Nexus. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands';
import { answersHttp, freePort, startProcess } from './processes';
import { startServer, type ObedientServer } from './servers';
import type { Teardown } from './teardown';

/** User name and password of somebody who may read and upload. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** The package index of the tests. */
export interface PackageIndex {
  /** What NEXUS_URL must say. */
  readonly url: string;
  /** Address of the repository, as twine takes it. */
  readonly repositoryUrl: string;
  readonly login: Login;
  /** Folder with the files that were uploaded. */
  readonly folder: string;
  /** Folder with pip and twine. */
  readonly programs: string;
  readonly server: ObedientServer;
}

/** Starts it with an empty repository. */
export async function startPackageIndex(
  programs: string,
  repository: string,
  login: Login,
  place: string,
  teardown: Teardown,
): Promise<PackageIndex> {
  const folder = join(place, 'packages');
  mkdirSync(folder);
  const passwords = join(place, 'packages.passwords');
  const program =
    'import bcrypt, sys; print(sys.argv[1] + ":" + bcrypt.hashpw(sys.stdin.buffer.read(), bcrypt.gensalt(5)).decode())';
  const python = join(programs, 'bin', 'python');
  const line = await run(python, ['-c', program, login.username], { input: login.password });
  writeFileSync(passwords, `${line}\n`);
  const port = await freePort();
  await startProcess({
    name: 'pypiserver',
    command: join(programs, 'bin', 'pypi-server'),
    args: [
      ...['run', '--interface', '127.0.0.1', '--port', String(port), '--disable-fallback'],
      ...[
        '--authenticate',
        'update,download,list',
        '--passwords',
        passwords,
        '--hash-algo',
        'sha256',
        folder,
      ],
    ],
    place,
    teardown,
    isReady: () => answersHttp(`http://127.0.0.1:${port}/`),
  });
  const server = await startServer(
    { name: 'nexus', python, program: 'servers/nexus.py', args: [String(port), repository] },
    place,
    teardown,
  );
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    repositoryUrl: `${url}/repository/${repository}/`,
    login,
    folder,
    programs: join(programs, 'bin'),
    server,
  };
}
