/** The API of ECR and STS: moto's server, for the real aws command line. */
import { join } from 'node:path';
import { run } from './commands';
import { machineEnvironment } from './machine';
import { answersHttp, freePort, startProcess } from './processes';
import type { Teardown } from './teardown';

/** The account that moto plays, and the region that the tests use. */
const account = '123456789012';
const region = 'eu-north-1';

/** The AWS of the tests. */
export interface Aws {
  /** What programs need to reach it. */
  readonly environment: { readonly [name: string]: string };
  readonly endpoint: string;
  /** Runs the aws command line. @returns what it answers, as JSON says it */
  aws(...words: string[]): Promise<unknown>;
}

/** Starts the API with one empty repository. @param programs virtual environment of the programs from PyPI */
export async function startAws(
  programs: string,
  repository: string,
  place: string,
  teardown: Teardown,
): Promise<Aws> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  await startProcess({
    name: 'moto',
    command: join(programs, 'bin', 'moto_server'),
    args: ['--host', '127.0.0.1', '--port', String(port)],
    env: { MOTO_ACCOUNT_ID: account },
    place,
    teardown,
    isReady: () => answersHttp(`${endpoint}/moto-api/data.json`),
  });
  const aws = async (...words: string[]): Promise<unknown> => {
    const env = { ...machineEnvironment, ...environment, AWS_CONFIG_FILE: join(place, 'aws.config') };
    const answer = await run(join(programs, 'bin', 'aws'), [...words, '--output', 'json'], { env });
    return answer === '' ? undefined : JSON.parse(answer);
  };
  await aws('ecr', 'create-repository', '--repository-name', repository);
  return { environment, endpoint, aws };
}
