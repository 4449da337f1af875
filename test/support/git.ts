/** Git in repositories of tests, with an author of their own, whoever runs them. */
import { execFileSync } from 'node:child_process';

/**
 * Runs git.
 * @param repository its working tree
 * @returns what it printed, without the space around
 * @throws Error when it fails
 */
export function gitIn(repository: string, ...words: readonly string[]): string {
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', ['-C', repository, ...author, ...words], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}
