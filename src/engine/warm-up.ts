/** Runs a small program, so that the classes that every run needs are loaded. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome, Value } from '../simulator/program';
import type { EngineProcess } from './process';
import { loadRequest, type RunRequest } from './requests';

const nothing: Outcome = { kind: 'value', value: null };
const context = { time: 0, environment: {}, build: { number: 1, currentResult: 'SUCCESS', result: null } };

/** Milliseconds for an answer: plenty, for a slow machine. */
const limit = 60_000;

/** Every step answers nothing and runs its bodies one after another. */
export async function warmUp(engine: EngineProcess, folder: string): Promise<void> {
  const jenkinsfile = await readFile(join(folder, 'Jenkinsfile'), 'utf8');
  const names = { libraryFolder: folder, jenkinsfilePath: 'Jenkinsfile' };
  await engine.request(loadRequest({ ...names, jenkinsfile, saving: 'every step' }), limit);
  let threads = 0;
  const finish = async (thread: string, request: RunRequest): Promise<void> => {
    let answer = await engine.request(request, limit);
    while (answer.kind === 'step') {
      for (const ordinal of bodiesOf(answer.arguments)) {
        const body = String(threads++);
        await finish(body, { operation: 'startBody', thread: body, parent: thread, ordinal, context });
      }
      answer = await engine.request({ operation: 'resume', thread, outcome: nothing, context }, limit);
    }
  };
  await finish('', { operation: 'start', context });
}

function bodiesOf(value: Value): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('$body' in value && typeof value.$body === 'number') return [value.$body];
  return Object.values(value).flatMap(bodiesOf);
}
