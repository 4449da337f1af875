/** The small program that needs what every run needs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sourceFolder } from './java-program';
import { loadRequest, type WarmUpRequest } from './requests';

const folder = join(sourceFolder, 'warm-up');

/** A request to run it. */
export async function warmUpRequest(): Promise<WarmUpRequest> {
  const jenkinsfile = await readFile(join(folder, 'Jenkinsfile'), 'utf8');
  const options = { libraryFolder: folder, jenkinsfilePath: 'Jenkinsfile', saving: 'every step' } as const;
  return { ...loadRequest({ ...options, jenkinsfile }), operation: 'warmUp' };
}
