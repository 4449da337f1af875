/** Runs the statements of a Jenkinsfile in the direct world. */
import type { Value } from '../simulator/program';
import { isMap } from '../simulator/values';
import type { JenkinsfileCall } from './call';
import { evaluate, type CallStatement, type Statement, type Values } from './jenkinsfile-script';
import { MissingStep } from './failures';
import { stepOfJenkinsfile, type Pipeline } from './requests';
import { steps } from '../jenkins';

/** What a Jenkinsfile finds around it. */
export interface Surroundings extends Omit<Values, 'variables'> {
  /** Calls a global variable of the library; `undefined` when there is none of that name. */
  readonly globalVariable: (call: JenkinsfileCall) => Pipeline<unknown> | undefined;
}

/** @param outer variables of the blocks around */
export function* runStatements(
  statements: readonly Statement[],
  surroundings: Surroundings,
  outer: ReadonlyMap<string, Value> = new Map(),
): Pipeline<void> {
  const variables = new Map(outer);
  for (const statement of statements) {
    if (statement.kind === 'call') yield* runCall(statement, surroundings, variables);
    else variables.set(statement.name, evaluate(statement.value, { ...surroundings, variables }));
  }
}

function* runCall(
  { name, arguments: given, body, location }: CallStatement,
  surroundings: Surroundings,
  variables: ReadonlyMap<string, Value>,
): Pipeline<unknown> {
  const values = given.map((each) => evaluate(each, { ...surroundings, variables }));
  const [first = {}] = values;
  const call = surroundings.globalVariable({ name, arguments: isMap(first) ? first : {}, location });
  if (call !== undefined) return yield* call;
  if (!steps.has(name)) throw new MissingStep(`No such DSL method '${name}' found among steps`);
  const closures = body === undefined ? [] : [() => runStatements(body, surroundings, variables)];
  return yield* stepOfJenkinsfile(name, [...values, ...closures], location);
}
