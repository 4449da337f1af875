/** What this machine can run beside Node. A suite that needs more is skipped; `global-setup.ts` says why. */
import { findJava, ToolMissing } from '../../src/engine/toolchain';

/** Why the engine cannot run here; `undefined` when it can. */
export function missingJava(): string | undefined {
  try {
    findJava();
    return undefined;
  } catch (failure) {
    if (failure instanceof ToolMissing) return failure.message;
    throw failure;
  }
}

/** `describe` on a machine with Java, `describe.skip` elsewhere. */
export function describeWithJava(name: string, tests: () => void): void {
  (missingJava() === undefined ? describe : describe.skip)(name, tests);
}
