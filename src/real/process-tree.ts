/**
 * Processes that a step has started, found as Jenkins finds them (hudson.util.ProcessTree): by a variable of their
 * environment, which children inherit, whatever process group or session they make for themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that a process has between the request to end and its end by force. */
const GRACE = 10_000;

/** Ids of all processes whose environment has `NAME=VALUE`; only Linux tells. */
function processesWith(variable: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => environmentOf(name).includes(variable))
    .map(Number);
}

/**
 * Ends the processes: asks them first, and forces those that are left after {@link GRACE}.
 * @returns ids of those that had to be forced
 */
export async function endProcesses(variable: string, grace = GRACE): Promise<readonly number[]> {
  signal(processesWith(variable), 'SIGTERM');
  const deadline = performance.now() + grace;
  while (processesWith(variable).length > 0 && performance.now() < deadline) await pause(50);
  return killProcesses(variable);
}

/** Ends the processes by force at once. */
export function killProcesses(variable: string): readonly number[] {
  const left = processesWith(variable);
  signal(left, 'SIGKILL');
  return left;
}

function environmentOf(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'utf8').split('\0');
  } catch {
    // It has ended, or belongs to somebody else.
    return [];
  }
}

function signal(ids: readonly number[], name: 'SIGTERM' | 'SIGKILL'): void {
  for (const id of ids) {
    try {
      process.kill(id, name);
    } catch {
      // It has just ended.
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
