/** The flow primitives ask for the right steps and let the right failures through. The engine tests run them as CPS code. */
import { rmSync } from 'node:fs';
import { evaluateGroovy, GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { helperSources } from './helpers';

/** A script that records its steps; `outcome` is what its build says, `time` what a timeout does. */
const surroundings = `
  import gigci.runtime.Flow
  import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException

  class Recorder {
    List said = []
    Map currentBuild = [currentResult: 'SUCCESS']
    def echo(message) { said << message }
    def error(message) { throw new Exception(message) }
    def timeout(Map options, Closure body) { said << ('timeout ' + options); return body.call() }
  }
  def recorder = new Recorder()
  def ended = { Closure work ->
    try { return work.call() } catch (Throwable thrown) { return thrown.class.simpleName + ': ' + thrown.message }
  }
  def interrupt = { throw new FlowInterruptedException() }
  def done = { outcome -> recorder.said << outcome }
`;

const scripts: readonly (readonly [name: string, groovy: string, expected: unknown])[] = [
  ['success', '[ended { Flow.withOutcome(recorder, { }, done) }, recorder.said]', [null, ['SUCCESS']]],
  [
    'an unstable build',
    "recorder.currentBuild.currentResult = 'UNSTABLE'; Flow.withOutcome(recorder, { }, done); recorder.said",
    ['UNSTABLE'],
  ],
  [
    'a build that a publisher has failed without an exception',
    "recorder.currentBuild.currentResult = 'FAILURE'; Flow.withOutcome(recorder, { }, done); recorder.said",
    ['FAILED'],
  ],
  [
    'a failure',
    "[ended { Flow.withOutcome(recorder, { recorder.error('broken') }, done) }, recorder.said]",
    ['Exception: broken', ['FAILED']],
  ],
  [
    'a missing step, which is an Error',
    "[ended { Flow.withOutcome(recorder, { throw new NoSuchMethodError('x') }, done) }, recorder.said]",
    ['NoSuchMethodError: x', ['FAILED']],
  ],
  [
    'an interruption',
    '[ended { Flow.withOutcome(recorder, interrupt, done) }, recorder.said]',
    ['FlowInterruptedException: null', ['ABORTED']],
  ],
  [
    'an interruption of done, which runs once more',
    "[ended { Flow.withOutcome(recorder, { recorder.error('first') }, { done(it); if (it == 'FAILED') { interrupt() } }) }, recorder.said]",
    ['FlowInterruptedException: null', ['FAILED', 'ABORTED']],
  ],
  [
    'a failure of done after a success',
    "[ended { Flow.withOutcome(recorder, { }, { recorder.error('late') }) }, recorder.said]",
    ['Exception: late', []],
  ],
  [
    'a failure of done that would mask the first one',
    "[ended { Flow.withOutcome(recorder, { recorder.error('first') }, { recorder.error('late') }) }, recorder.said]",
    ['Exception: first', ['Failed while cleaning up, too: late']],
  ],
  [
    'a deadline that is kept',
    "[Flow.withDeadline(recorder, 5L, 'Scan', { 'result' }), recorder.said]",
    ['result', ['timeout [time:5, unit:MINUTES]']],
  ],
  [
    'a deadline that is missed',
    "ended { Flow.withDeadline(recorder, 0L, 'Scan', interrupt) }",
    'Exception: Scan took longer than 0 minutes',
  ],
  [
    'a missed deadline with a remedy',
    "ended { Flow.withDeadline(recorder, 0L, 'Scan', 'Wait.', interrupt) }",
    'Exception: Scan took longer than 0 minutes. Wait.',
  ],
  [
    'an interruption before the deadline',
    "ended { Flow.withDeadline(recorder, 5L, 'Scan', interrupt) }",
    'FlowInterruptedException: null',
  ],
  ['an installed step', "[Flow.ifInstalled(recorder, 'lock', { }), recorder.said]", [true, []]],
  [
    'a step that is not installed',
    `[Flow.ifInstalled(recorder, 'lock', { throw new NoSuchMethodError("No such DSL method 'lock' found") }), recorder.said]`,
    [false, ['lock is not installed: left out']],
  ],
  [
    'another step that is missing',
    `ended { Flow.ifInstalled(recorder, 'lock', { throw new NoSuchMethodError("No such DSL method 'look' found") }) }`,
    "NoSuchMethodError: No such DSL method 'look' found",
  ],
];

describeWithJava('Flow', () => {
  test(
    'treats every end of a body',
    async () => {
      const folder = helperSources();
      try {
        const results = await evaluateGroovy(
          scripts.map(([, groovy]) => `${surroundings}\n${groovy}`),
          folder,
        );
        expect(scripts.map(([name], index) => [name, results[index]])).toEqual(
          scripts.map(([name, , expected]) => [name, { value: expected }]),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
