import { StageTree } from '../../src/terminal/stage-tree';
import { createStyle } from '../../src/terminal/style';
import type { StageRecord, StepEvent } from '../../src/simulator/record';
import { stage, step } from './records';

const plain = createStyle(false);

/** A tree that is told one thing at a time. */
function newTree() {
  const tree = new StageTree(plain);
  return {
    current: () => tree.current?.name,
    stageBegan: (name: string, thread: string) => tree.update({ kind: 'stageBegan', name, thread, began: 0 }),
    stageEnded: (details: Partial<StageRecord>) => tree.update({ kind: 'stageEnded', stage: stage(details) }),
    stepBegan: (details: Partial<StepEvent>) => tree.update({ kind: 'stepBegan', event: step(details) }),
    stepEnded: (details: Partial<StepEvent>) => tree.update({ kind: 'stepEnded', event: step(details) }),
  };
}

test('a stage is printed when it ends, with its virtual duration', () => {
  const tree = newTree();
  expect(tree.stageBegan('Checkout', '')).toEqual([]);
  expect(tree.current()).toBe('Checkout');
  const [line] = tree.stageEnded({ name: 'Checkout', began: 1000, ended: 3500 });
  expect(line).toMatch(/^ {2}✓ Checkout +2\.5 s$/);
  expect(tree.current()).toBeUndefined();
});

test('a skipped stage gives its reason', () => {
  const tree = newTree();
  tree.stageBegan('Push to ECR', '');
  const [line] = tree.stageEnded({ name: 'Push to ECR', skipped: 'skipped: pull request' });
  expect(line).toMatch(/^ {2}– Push to ECR +skipped: pull request$/);
});

test('a stage around others is announced before the first of them, once', () => {
  const tree = newTree();
  tree.stageBegan('Outer', '/0.0');
  expect(tree.stageBegan('One', '/0.0/0.0')).toEqual(['  ▾ Outer']);
  expect(tree.stageEnded({ name: 'One', thread: '/0.0/0.0' })[0]).toMatch(/^ {4}✓ One /);
  expect(tree.stageBegan('Two', '/0.0/0.0')).toEqual([]);
});

test('stages of parallel branches name their branch', () => {
  const tree = newTree();
  tree.stepBegan({
    operation: 'parallel',
    sequence: 4,
    arguments: { sonar: '<body>', owasp: '<body>', failFast: true },
  });
  tree.stageBegan('Scan', '/4.1');
  expect(tree.stageEnded({ name: 'Scan', thread: '/4.1' })[0]).toMatch(/✓ \[owasp\] Scan /);
});

test('a failed stage shows the step that failed, not the steps that passed the failure on', () => {
  const tree = newTree();
  tree.stageBegan('Run All Tests', '');
  const failure = {
    kind: 'failure',
    failure: { kind: 'error', message: 'script returned exit code 1' },
  } as const;
  tree.stepEnded({
    thread: '/2.0/0.0',
    operation: 'sh',
    arguments: { label: 'run-tests.sh' },
    outcome: failure,
  });
  tree.stepEnded({ thread: '/2.0', sequence: 0, operation: 'dir', outcome: failure });
  const lines = tree.stageEnded({ name: 'Run All Tests', result: 'FAILURE' });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^ {2}✗ Run All Tests .* FAILURE$/);
  expect(lines[1]).toBe('      run-tests.sh: script returned exit code 1');
});

test('of two failures the one that was not caught is shown', () => {
  const tree = newTree();
  tree.stageBegan('Push to ECR', '');
  const failure = (message: string) => ({ kind: 'failure', failure: { kind: 'error', message } }) as const;
  tree.stepEnded({
    thread: '/2.0',
    sequence: 0,
    operation: 'sh',
    arguments: { script: 'first' },
    outcome: failure('caught'),
  });
  tree.stepEnded({
    thread: '/2.0',
    sequence: 1,
    operation: 'sh',
    arguments: { script: 'second' },
    outcome: failure('final'),
  });
  expect(tree.stageEnded({ name: 'Push to ECR', result: 'FAILURE' })[1]).toBe('      sh second: final');
});

test('a caught failure leaves no trace on a successful stage', () => {
  const tree = newTree();
  tree.stageBegan('Checkout', '');
  tree.stepEnded({
    thread: '/2.0',
    outcome: { kind: 'failure', failure: { kind: 'error', message: 'caught' } },
  });
  expect(tree.stageEnded({ name: 'Checkout' })).toHaveLength(1);
});
