import { echo } from 'gig-ci/jenkins';
function repeated(text: string, count: number): string {
  return text.repeat(count);
}
/** A count below zero is a failure that a `catch` sees. */
export default function gigFound(): void {
  for (const count of [2.9, 0, -0.5, -1, -3.5]) {
    try {
      echo(repeated('ab', count) + 'ab'.repeat(count));
    } catch (failure) {
      if (failure instanceof Error) echo(failure.message);
    }
  }
}
