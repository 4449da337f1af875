/** The commands of a simulated run, executed by a real shell with the environment that the run gave them. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord, StepEvent } from '../../src/simulator/record';

export interface RecordedCommand {
  readonly script: string;
  readonly variables: readonly string[];
}

/** Every `sh` of a run with what the `withEnv` around it sets; resource scripts by the text that `textOf` gives. */
export function commandsOf(
  record: RunRecord,
  textOf: (resource: string) => string,
): readonly RecordedCommand[] {
  return record.events
    .filter(({ operation }) => operation === 'sh')
    .map((event) => {
      const given = event.arguments['script'];
      const script = typeof given === 'string' ? given : '';
      const resource = /^<resource gig-ci\/(.*)>$/.exec(script)?.[1];
      return {
        script: resource === undefined ? script : textOf(resource),
        variables: record.events.filter((each) => surrounds(each, event)).flatMap(overridesOf),
      };
    });
}

/** A body of a step is a thread whose name goes on behind the step's own: `/4.0` is the first body of step 4. */
function surrounds(outer: StepEvent, inner: StepEvent): boolean {
  return (
    outer.operation === 'withEnv' && `${inner.thread}/`.startsWith(`${outer.thread}/${outer.sequence}.0/`)
  );
}

function overridesOf({ arguments: given }: StepEvent): readonly string[] {
  const { overrides } = given;
  return Array.isArray(overrides) ? overrides.map(String) : [];
}

/** Runs each command once, however many records ask for it. */
export function memoised(run: typeof execute): typeof execute {
  const known = new Map<string, Buffer>();
  return (command, shell, folder) => {
    const key = JSON.stringify([command, ownShell(command) ?? shell]);
    const printed = known.get(key) ?? run(command, shell, folder);
    known.set(key, printed);
    return printed;
  };
}

/** The shell that a script names in its first line. */
function ownShell({ script }: RecordedCommand): readonly string[] | undefined {
  return script.startsWith('#!/usr/bin/env bash') ? ['bash'] : undefined;
}

/**
 * Runs a command as the agent does: from a file, with `-xe` unless the script says by which shell it wants to be read.
 * An empty value removes the variable, as Jenkins' `withEnv` does.
 * @returns what it printed on standard output
 */
export function execute(command: RecordedCommand, shell: readonly string[], folder: string): Buffer {
  const { script, variables } = command;
  const file = join(folder, '.script.sh');
  writeFileSync(file, script);
  const pairs = variables.map((variable) => {
    const equals = variable.indexOf('=');
    return [variable.slice(0, equals), variable.slice(equals + 1)] as const;
  });
  const [program = '', ...flags] = ownShell(command) ?? [...shell, '-xe'];
  const { status, stdout, stderr } = spawnSync(program, [...flags, file], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin', ...Object.fromEntries(pairs.filter(([, value]) => value !== '')) },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status ?? 'a signal'}: ${stderr.toString()}`);
  return stdout;
}
