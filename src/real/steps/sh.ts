/** sh. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stepError } from '../../simulator/failures';
import { sentBy } from '../../simulator/shell/resource-script';
import type { Execution, StepContext } from '../../simulator/threads';
import { type RealBuild, runCommand } from '../real-build';

/** Runs a command as the durable-task plugin does (BourneShellScript): a first line `#!` names what runs it, else `sh -xe`. */
export function* sh(step: StepContext, build: RealBuild): Execution {
  const { event, given } = step;
  const text = given.text('script');
  const script = step.build.resources.withText(text);
  event.environment = step.environment.declaredNames;
  if (script?.effects !== undefined) event.effects = script.effects;
  const returnStdout = given.flag('returnStdout');
  const control = join(build.temporaryFolder(step), `script-${randomUUID()}`);
  mkdirSync(control, { recursive: true, mode: 0o700 });
  try {
    const file = join(control, 'script.sh');
    writeFileSync(file, text, { mode: 0o700 });
    const { exit, output } = yield* runCommand(step, build, [...interpreter(text), file], {
      capture: returnStdout,
    });
    if (exit === 0 && script !== undefined) {
      const sent = sentBy(script, step.environment);
      if (sent !== undefined) step.build.recorder.scriptSent(sent.script, sent.value);
    }
    if (given.flag('returnStatus')) return exit;
    if (exit !== 0) throw stepError(`script returned exit code ${exit}`);
    return returnStdout ? output : null;
  } finally {
    rmSync(control, { recursive: true, force: true });
  }
}

function interpreter(text: string): readonly string[] {
  const [, words] = /^#!\s*(.+)/.exec(text) ?? [];
  return words === undefined ? ['sh', '-xe'] : words.trim().split(/\s+/);
}
