/** PostgreSQL of Debian, for a pipeline that uses a server instead of a container. */
import { globSync } from 'glob';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, run } from './commands';
import { machineEnvironment } from './machine';
import { freePort, startProcess } from './processes';
import type { Teardown } from './teardown';

/** A server with the role `test`, whose password is `test`, and its database `testdb`. */
export interface PostgresServer {
  readonly port: number;
}

/** Where Debian has the programs of the server; nothing where it is not installed. */
export function postgresPrograms(): string | undefined {
  const [program] = globSync('/usr/lib/postgresql/*/bin/postgres');
  return program === undefined ? undefined : dirname(program);
}

/** Starts a server that is empty, on 127.0.0.1. */
export async function startPostgres(place: string, teardown: Teardown): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = join(place, 'postgres');
  mkdirSync(folder);
  // It refuses to run as root.
  const asServer =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  if (asServer.length > 0) await run('chown', ['postgres:postgres', folder]);
  const data = join(folder, 'data');
  const initialise = [join(programs, 'initdb'), '--pgdata', data, '--auth=trust', '--no-sync'];
  await run('env', [...asServer, ...initialise, '--username=postgres'], {
    env: machineEnvironment,
    cwd: folder,
  });
  const port = await freePort();
  const psql = (text: string): ReturnType<typeof attempt> =>
    attempt('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-c', text], {
      env: machineEnvironment,
    });
  const serve = [join(programs, 'postgres'), '-D', data, '-p', String(port), '-k', folder, '-F'];
  await startProcess({
    name: 'postgres',
    command: 'env',
    // Ends with this process: a change of the user has taken that back.
    args: [...asServer, 'setpriv', '--pdeathsig', 'TERM', ...serve, '-h', '127.0.0.1'],
    place,
    teardown,
    isReady: async () => (await psql('SELECT 1')).status === 0,
  });
  await psql("CREATE ROLE test LOGIN CREATEDB PASSWORD 'test'");
  await psql('CREATE DATABASE testdb OWNER test');
  return { port };
}
