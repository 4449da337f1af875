/** How a call from a Jenkinsfile begins in the direct world: normalise, check, rename. The twin is `Parameters.groovy`. */
import type { GlobalVariableModel } from '../model/model';
import { normalise, type ArgumentMap } from '../outputs/arguments';
import { problems, warnings } from '../outputs/call-report';
import { renamed } from '../outputs/renamed';
import type { JenkinsfileCall } from './jenkinsfile';
import type { Session } from './program';
import { step, type Pipeline } from './requests';
import { entry } from './values';

/** What the function of the global variable gets. A call with problems fails, one with warnings says them. */
export function* checkedArguments(
  model: GlobalVariableModel,
  call: Omit<JenkinsfileCall, 'library'>,
  session: Session,
): Pipeline<ArgumentMap> {
  const environment = (variable: string): string | undefined =>
    entry(session.context?.environment ?? {}, variable);
  const given = normalise(call.arguments);
  const job = environment('JOB_URL');
  const reference = job === undefined ? '' : `${job}pipeline-syntax/globals#${model.name}`;
  const found = problems(model, given, environment, reference);
  if (found !== '') yield* step('error', [found], call.location);
  const said = warnings(model, given);
  if (said !== '') yield* step('echo', [said], call.location);
  return renamed(model.parameters, given);
}
