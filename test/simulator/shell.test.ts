import type { Value } from '../../src/simulator/program';
import type { Scenario } from '../../src/simulator/scenario';
import { leadingTool } from '../../src/simulator/shell/tools';
import { type Argument, run, step, Thrown } from './fake-program';

/** Runs commands one after another on an agent; an answer is a value or the message of the failure. */
function shell(commands: readonly Argument[], scenario: Scenario = {}) {
  const answers: Value[] = [];
  const record = run(function* () {
    yield* step('node', '', function* () {
      for (const command of commands) {
        try {
          answers.push(yield* step('sh', command));
        } catch (problem) {
          if (!(problem instanceof Thrown)) throw problem;
          answers.push(`! ${problem.failure.message}`);
        }
      }
    });
  }, scenario);
  return { answers, record };
}

describe('an inline command', () => {
  test('succeeds, takes a second and prints nothing', () => {
    const { answers, record } = shell([
      'make',
      { script: 'make', returnStatus: true },
      { script: 'make', returnStdout: true },
    ]);
    expect(answers).toEqual([null, 0, '']);
    expect(record.duration).toBe(3_000);
  });

  test('answers as the first matching rule says', () => {
    const { answers, record } = shell(['docker build .', 'docker push x', 'make'], {
      commands: [
        { command: 'docker push', exit: 3, seconds: 2.5, output: 'denied\n' },
        { command: 'docker', output: 'built\nwell\n' },
      ],
    });
    expect(answers).toEqual([null, '! script returned exit code 3', null]);
    expect(record.duration).toBe(1_000 + 2_500 + 1_000);
    expect(record.log.slice(1, -1)).toEqual(['built', 'well', 'denied']);
  });

  test('output that is returned is not printed, and keeps its newline', () => {
    const { answers, record } = shell([{ script: 'git rev-parse HEAD', returnStdout: true }], {
      commands: [{ command: 'git rev-parse', output: 'a3f5c21\n' }],
    });
    expect(answers).toEqual(['a3f5c21\n']);
    expect(record.log).not.toContain('a3f5c21');
  });

  test('returnStatus answers the exit code instead of failing', () => {
    const { answers } = shell([{ script: 'grep x', returnStatus: true }], {
      commands: [{ command: 'grep', exit: 1 }],
    });
    expect(answers).toEqual([1]);
  });

  test('a rule can be for one call of all that match', () => {
    const { answers } = shell(['curl a', 'make', 'curl b', 'curl c'], {
      commands: [
        { command: 'curl b', exit: 9 },
        { command: 'curl', call: 1, exit: 7 },
        { command: 'curl', call: 2, exit: 8 },
        { command: 'curl', call: 3, exit: 6 },
      ],
    });
    // The second call is answered by the first rule, and counts for the others all the same.
    expect(answers).toEqual([
      '! script returned exit code 7',
      null,
      '! script returned exit code 9',
      '! script returned exit code 6',
    ]);
  });

  test('time is in whole milliseconds', () => {
    expect(shell(['make'], { commands: [{ command: 'make', seconds: 0.0126 }] }).record.duration).toBe(13);
  });

  test('answers 127 when its tool is missing', () => {
    const { answers, record } = shell(
      ['trivy image x', { script: 'A=1 B="2 3" trivy x', returnStatus: true }, 'docker ps'],
      {
        tools: ['docker'],
        commands: [{ command: 'trivy', exit: 0, output: 'never' }],
      },
    );
    expect(answers).toEqual(['! script returned exit code 127', 127, null]);
    expect(record.log).toContain('script.sh: trivy: not found');
    expect(record.log).not.toContain('never');
  });

  test.each([
    ['docker build .', 'docker'],
    ['\n  # a comment\n  python3 -m venv x', 'python3'],
    ['#!/bin/sh\nkubectl get pods', 'kubectl'],
    ["PIP_INDEX=$X A='b c' pip install .", 'pip'],
    ['helm', 'helm'],
    ['twine|cat', 'twine'],
    ['set -eu\ntrivy x', undefined],
    ['cd backend && pytest', undefined],
    ['if true; then trivy; fi', undefined],
    ['./gradlew build', undefined],
    ['.venv/bin/pip install x', undefined],
    ['"$TOOL" run', undefined],
    ['"${GIG_TOOL-}" run', undefined],
    ['A=1', undefined],
    ['sha256sum dist/*', undefined],
    ['', undefined],
  ])('the tool of %j is %s', (text, tool) => {
    expect(leadingTool(text)).toBe(tool);
  });
});
