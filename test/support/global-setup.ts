/** Says once, before all tests, what this machine cannot run; those tests are counted as skipped. */
import { missingJava } from './java';

export default function sayWhatIsSkipped(): void {
  const missing = missingJava();
  if (missing !== undefined) process.stderr.write(`\nTests on the engine are skipped: ${missing}\n`);
}
