/** Reads a scenario file. */
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { parseJson } from '../diagnostics/json-text';
import { schemaProblem } from '../diagnostics/schema-problem';
import { ScenarioError } from './scenario-error';
import type { Scenario } from './scenario';
import { scenarioSchema } from './schemas';

let validator: ValidateFunction<Scenario> | undefined;

/**
 * Reads the JSON text of a scenario and checks it against `scenario.schema.json`.
 * @param file name for the messages
 * @throws ScenarioError with all problems at once
 */
export function readScenario(text: string, file: string): Scenario {
  const data = parsed(text, file);
  validator ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<Scenario>(
    scenarioSchema,
  );
  if (validator(data)) return data;
  const problems = (validator.errors ?? []).filter(isCause).map((error) => schemaProblem(error));
  throw new ScenarioError(file, problems);
}

function parsed(text: string, file: string): unknown {
  const read = parseJson(text);
  if ('data' in read) return read.data;
  const { reason, line, column } = read.problem;
  throw new ScenarioError(`${file}:${line}:${column}`, [
    { path: '', message: `is not JSON: ${reason}`, remedy: 'Correct it there.' },
  ]);
}

/** The alternatives of a `oneOf` fail one by one; the `oneOf` itself says it all. */
function isCause({ schemaPath }: ErrorObject): boolean {
  return !schemaPath.includes('/oneOf/');
}
