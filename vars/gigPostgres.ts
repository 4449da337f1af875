import { currentBuild, echo, env, script } from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { databaseImage } from './shared/images';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigPostgres}. */
export interface PostgresParameters {
  /** Image of the database server, pulled as it is named (postgres:15, by way of GIG_IMAGE_MIRROR where that is set). */
  image?: string;
  /** Database that is created. */
  name?: string;
  /** Role that owns the database. */
  user?: string;
  /**
   * Password of the role; a container is reachable on 127.0.0.1 only.
   * @secret
   */
  password?: string;
  /** Server to use instead of a container on this machine. */
  host?: string;
  /**
   * Port of the database; 0 is a free one, and on a given host 5432.
   * @minimum 0
   * @maximum 65535
   */
  port?: number;
  /** How strictly clients encrypt the connection. */
  sslMode?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /**
   * How long the server may take to answer.
   * @minimum 1
   */
  readyTimeoutSeconds?: number;
}

/** The variables that the service reads. */
interface DatabaseVariables {
  readonly [name: string]: string;
}

/**
 * Starts PostgreSQL for the tests in a container on this machine, or waits for a given server. Whoever calls it calls
 * `gigPostgres.stop()` in a `finally`.
 * @returns the variables DB_NAME, DB_USER, DB_PASS, DB_HOST, DB_PORT and DB_SSLMODE for `withEnv`
 * @example gigPostgres(image: 'postgres:16', name: 'orders')
 */
export default function gigPostgres({
  image,
  name = 'testdb',
  user = 'test',
  password = 'test',
  host,
  port = 0,
  sslMode = 'disable',
  readyTimeoutSeconds = 60,
}: PostgresParameters): DatabaseVariables {
  if (host !== undefined) {
    const givenPort = port === 0 ? 5432 : port;
    const { problem: refusal } = script('database-wait.sh', {
      HOST: host,
      PORT: givenPort,
      SECONDS: readyTimeoutSeconds,
    });
    if (refusal.length > 0) {
      throw new Error(failureMessage('gigPostgres', refusal));
    }
    return databaseVariables(name, user, password, host, givenPort, sslMode);
  }
  const server = image ?? databaseImage(env.GIG_IMAGE_MIRROR);
  const { port: publishedPort, problem } = script('postgres-start.sh', {
    BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
    IMAGE: server,
    DATABASE: name,
    USER: user,
    PASSWORD: password,
    PORT: port,
    SECONDS: readyTimeoutSeconds,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigPostgres', problem));
  }
  echo(`PostgreSQL (${server}) answers on 127.0.0.1:${publishedPort}.`);
  return databaseVariables(name, user, password, '127.0.0.1', publishedPort, sslMode);
}

/** Removes the database containers of this build, with their data. Does nothing when there is none. */
export function stop(): void {
  script('postgres-stop.sh', { BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number) });
}

function databaseVariables(
  name: string,
  user: string,
  password: string,
  host: string,
  port: number,
  sslMode: string,
): DatabaseVariables {
  return {
    DB_NAME: name,
    DB_USER: user,
    DB_PASS: password,
    DB_HOST: host,
    DB_PORT: `${port}`,
    DB_SSLMODE: sslMode,
  };
}
