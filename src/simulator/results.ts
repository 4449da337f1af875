/** Build results and their order, from hudson.model.Result: a result only gets worse. */
import type { Failure } from './program';
import type { BuildResult } from './record';

const severity: { readonly [Result in BuildResult]: number } = {
  SUCCESS: 0,
  UNSTABLE: 1,
  FAILURE: 2,
  NOT_BUILT: 3,
  ABORTED: 4,
};

/** The worse of two results. */
export function worse(a: BuildResult, b: BuildResult): BuildResult {
  return severity[a] >= severity[b] ? a : b;
}

/** The result of a build, or of a stage, that ends with this failure. */
export function resultOf(failure: Failure): BuildResult {
  return failure.kind === 'interruption' ? failure.result : 'FAILURE';
}

/**
 * The failure that `parallel` throws of several, in the order in which they happened (ParallelStep.ThrowableComparator):
 * an Error before an ordinary error before an interruption, and of interruptions the one with the worst result.
 */
export function mostSevere(failures: readonly [Failure, ...Failure[]]): Failure {
  return failures.reduce((worst, failure) => (rank(failure) > rank(worst) ? failure : worst));
}

function rank(failure: Failure): number {
  switch (failure.kind) {
    case 'fault':
    case 'missingStep':
      return 20;
    case 'error':
      return 10;
    case 'interruption':
      return severity[failure.result];
  }
}
