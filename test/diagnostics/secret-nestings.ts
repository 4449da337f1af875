/** Bindings inside each other, by a function that calls itself. */
import { attempt, reach, type Attempt } from './secret-attempts';

/** A function that calls itself inside its binding: what it does beside would find the secret of the call around it. */
export const nestings: readonly Attempt[] = [
  attempt(
    'a command of the last call',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf('if (n === 0) { sh`make`; return; }'),
  ),
  attempt('a command behind', reach, 'nest(1, () => { echo("x"); });', nestingOf('', 'sh`make`;')),
  attempt(
    'a local function',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf('const action = (): void => { sh`make`; }; action();'),
  ),
  attempt('another function', reach, 'nest(1, () => { echo("x"); });', nestingOf('make();')),
  attempt(
    'the body that it was given',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf('if (n === 0) { body(); return; }'),
  ),
  attempt(
    'that body in a stage',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf("if (n === 0) { stage('x', body); return; }"),
  ),
  attempt(
    'a body with another variable set',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf("if (n === 0) { withEnv({ GIG_OTHER: '' }, body); return; }"),
  ),
  attempt(
    'a body with the variable set to what only the run knows',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf('if (n === 0) { withEnv({ GIG_TOKEN: `${n}` }, body); return; }'),
  ),
  attempt(
    'a secret of another name',
    reach,
    'nest(1, () => { echo("x"); });',
    nestingOf('', "withSecretText('other', (other) => { sh`x ${other}`; });"),
  ),
];

/** Binds a secret and calls itself inside. */
export function nestingOf(before: string, behind = ''): string {
  return `function nest(n: number, body: () => void): void {
${before}
if (n > 0) withSecretText('id', (token) => { sh\`x \${token}\`;
nest(n - 1, body); });
${behind}
}`;
}
