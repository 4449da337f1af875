/** How a call from a Jenkinsfile begins in the direct world: normalise, check, rename. The twin is `Parameters.groovy`. */
import type { GlobalVariableModel } from '../model/model';
import { normalise, type ArgumentMap } from '../outputs/arguments';
import { callReport } from '../outputs/call-report';
import { renamed } from '../outputs/renamed';
import type { Value } from '../simulator/program';
import type { Session } from './program';
import { step, type Pipeline } from './requests';
import { entry } from './values';

/** A call of a global variable in a Jenkinsfile. */
export interface JenkinsfileCall {
  readonly name: string;
  /** In the order written. */
  readonly arguments: { readonly [name: string]: Value };
  /** `file:line` of the call. */
  readonly location: string;
}

/** What the function of the global variable gets. A call with problems fails, one with warnings says them. */
export function* checkedArguments(
  model: GlobalVariableModel,
  call: JenkinsfileCall,
  session: Session,
): Pipeline<ArgumentMap> {
  const environment = (variable: string): string | undefined =>
    entry(session.context?.environment ?? {}, variable);
  const given = normalise(call.arguments);
  const job = environment('JOB_URL');
  const reference = job === undefined ? '' : `${job}pipeline-syntax/globals#${model.name}`;
  const { problems, warnings } = callReport(model, given, environment, reference);
  if (problems !== '') yield* step('error', [problems], call.location);
  if (warnings !== '') yield* step('echo', [warnings], call.location);
  return renamed(model.parameters, given);
}
