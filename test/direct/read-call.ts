/** Reads a Jenkinsfile whose one call has values that are known without a run. */
import { readJenkinsfile } from '../../src/direct/jenkinsfile';
import { evaluate, type JenkinsfileScript } from '../../src/direct/jenkinsfile-script';
import type { Value } from '../../src/simulator/program';
import { isMap } from '../../src/simulator/values';

/** What the call says. */
export interface ReadCall extends Pick<JenkinsfileScript, 'library'> {
  readonly name: string;
  readonly arguments: { readonly [name: string]: Value };
  readonly location: string;
}

export function readCall(text: string, file?: string): ReadCall {
  const { library, statements } = readJenkinsfile(text, file);
  const [call, second] = statements;
  if (call?.kind !== 'call' || second !== undefined) throw new Error('not one call');
  const [given] = call.arguments;
  const values = { variables: new Map<string, Value>(), environment: () => undefined, parameters: {} };
  const value = given === undefined ? null : evaluate(given, values);
  return {
    ...(library && { library }),
    name: call.name,
    arguments: isMap(value) ? value : {},
    location: call.location,
  };
}
