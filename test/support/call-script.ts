/** A Jenkinsfile of one call, as the direct world runs it. */
import type { JenkinsfileScript } from '../../src/direct/jenkinsfile-script';
import type { Value } from '../../src/simulator/program';

/** @param location `file:line` of the call */
export function callScript(
  name: string,
  given: { readonly [name: string]: Value },
  location: string,
): JenkinsfileScript {
  return {
    statements: [{ kind: 'call', name, arguments: [{ kind: 'literal', value: given }], location }],
  };
}
