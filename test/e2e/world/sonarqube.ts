/** The SonarQube server of the tests. */
import { startServer, type ObedientServer } from './servers';
import type { Engine } from './engine';
import type { Teardown } from './teardown';

/** The server, and what its tests can tell it. */
export interface SonarQube {
  /** What SONAR_HOST_URL must say, on this machine and in its containers. */
  readonly url: string;
  /** The token that it accepts. */
  readonly token: string;
  readonly server: ObedientServer;
  /** Changes how it judges from now on. */
  judge(verdict: Verdict): Promise<void>;
}

/** How the server judges. */
interface Verdict {
  /** What the quality gate says; OK at first. */
  readonly gate?: 'OK' | 'WARN' | 'ERROR' | 'NONE';
  /** How long it works on a report; half a second at first. */
  readonly seconds?: number;
  /** How the work ends; SUCCESS at first. */
  readonly task?: 'SUCCESS' | 'FAILED' | 'CANCELED';
  /** Whether it works at all; reports wait for ever otherwise. */
  readonly answers?: boolean;
  /** Whom it tells; nobody at first, or with `''`. */
  readonly webhook?: string;
  /** Secret that signs what it tells. */
  readonly webhookSecret?: string;
}

/** Starts it on the bridge of Docker, where containers and this machine reach it, and nobody else does. */
export async function startSonarQube(
  token: string,
  { docker }: Engine,
  place: string,
  teardown: Teardown,
): Promise<SonarQube> {
  const address = await docker('network', 'inspect', '--format={{(index .IPAM.Config 0).Gateway}}', 'bridge');
  const server = await startServer(
    {
      name: 'sonarqube',
      python: 'python3',
      program: 'stand-ins/sonarqube/server.py',
      args: [address],
      input: `${token}\n`,
    },
    place,
    teardown,
  );
  return { url: `http://${address}:${server.port}`, token, server, judge: (verdict) => server.set(verdict) };
}
