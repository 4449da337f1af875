import { repeated } from './shared/gigFoundHelpers';
import { echo } from 'gig-ci/jenkins';
/** A failure of a shared module is an error as any other. */
export default function gigFound(): void {
  try {
    echo(repeated(-3.5));
  } catch (failure) {
    echo(failure instanceof Error ? failure.message : 'no error');
  }
}
// --- vars/shared/gigFoundHelpers.ts
export function repeated(count: number): string {
  return 'a'.repeat(count);
}
