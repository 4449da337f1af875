/** Reads the `api.json` of a built library. */
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import { parseJson } from '../diagnostics/json-text';
import { schemaInputProblem, schemaProblem } from '../diagnostics/schema-problem';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import { FORMAT_VERSION, type Api } from './api';
import schema from './api.schema.json';

/**
 * Reads the text of the file.
 * @param file name for the messages
 * @throws UnusableInput with all that is wrong
 */
export function readApi(text: string, file: string): Api {
  const data = parsed(text, file);
  const newer = newerFormat(data);
  if (newer !== undefined) {
    const reason = `has the format ${newer}, and this gig-ci reads up to ${FORMAT_VERSION}`;
    throw new UnusableInput([{ place: file, reason, remedy: 'Use the gig-ci that built the library.' }]);
  }
  const validate = new Ajv2020({ allErrors: true, verbose: true }).compile<Api>(schema);
  if (validate(data)) return data;
  throw new UnusableInput(problemsOf(validate.errors ?? [], file));
}

const REMEDY = 'Build the library again: npx gig-ci build.';

function parsed(text: string, file: string): unknown {
  const read = parseJson(text);
  if ('data' in read) return read.data;
  const { reason, line, column } = read.problem;
  throw new UnusableInput([
    { place: `${file}:${line}:${column}`, reason: `is not JSON: ${reason}`, remedy: REMEDY },
  ]);
}

function newerFormat(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('formatVersion' in data)) return undefined;
  const { formatVersion } = data;
  return typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION ? formatVersion : undefined;
}

/** The conditions by kind fail beside what they demand, which says it all. */
function problemsOf(errors: readonly ErrorObject[], file: string): readonly InputProblem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => schemaInputProblem(schemaProblem(error), file, REMEDY));
}
