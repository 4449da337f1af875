/** Programs of an agent that fail or hang as a test tells them, and agents that lack some. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Which command misbehaves. */
export interface ToolFault {
  /** Glob for the program and its words: `docker load*`. */
  readonly command: string;
  /** `fails` instead of doing anything; `hangs` for ever; `marks` that it begins, and does its work. */
  readonly how: 'fails' | 'hangs' | 'marks';
  /** What it says when it fails. */
  readonly says?: string;
}

const wrapper = `#!/bin/bash
name=\${0##*/}
if [[ "$name $*" == $FAULT_COMMAND ]]; then
  : >"$FAULT_MARK"
  case $FAULT_HOW in
    fails) echo "$FAULT_SAYS" >&2; exit 1 ;;
    hangs) sleep 300 ;;
  esac
fi
PATH=\${PATH#*:}
exec "$name" "$@"
`;

/** An environment in which a program misbehaves. @param folder for the programs @returns the environment, and the file that is there once it did */
export function faultyTools(
  folder: string,
  path: string,
  { command, how, says = 'as it was told' }: ToolFault,
): { readonly environment: { readonly [name: string]: string }; readonly mark: string } {
  const name = command.split(' ')[0] ?? '';
  const programs = join(folder, 'faulty');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, name), wrapper, { mode: 0o755 });
  const mark = join(folder, 'mark');
  return {
    environment: {
      PATH: `${programs}${delimiter}${path}`,
      FAULT_COMMAND: command,
      FAULT_HOW: how,
      FAULT_SAYS: says,
      FAULT_MARK: mark,
    },
    mark,
  };
}

/** A PATH without some programs. @param folder for links to all others */
export function pathWithout(folder: string, path: string, missing: readonly string[]): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  const found = new Map<string, string>();
  for (const source of path.split(delimiter).filter(existsSync)) {
    for (const name of readdirSync(source)) if (!found.has(name)) found.set(name, join(source, name));
  }
  for (const name of missing) found.delete(name);
  for (const [name, source] of found) symlinkSync(source, join(programs, name));
  return programs;
}
