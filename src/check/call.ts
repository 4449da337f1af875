/** Checks what one call passes. */
import type { WrittenArgument } from '../jenkinsfile/arguments';
import type { Call } from '../jenkinsfile/calls';
import type { Range } from '../jenkinsfile/tokens';
import { rangeOf } from '../jenkinsfile/slice';
import { typeOf, type MapValue, type Value } from '../jenkinsfile/value';
import { mapOf, readValue } from '../jenkinsfile/values';
import type { Variables } from '../jenkinsfile/variables';
import type { GlobalVariableModel } from '../model/model';
import { isList, isMap, pathTo, type Argument, type ArgumentMap } from '../outputs/arguments';
import { callFindings, isProblem } from '../outputs/parameter-check';
import { renamed } from '../outputs/renamed';
import { isPartlyKnown, isRunTimeValue } from '../outputs/run-time-value';
import type { CallProblem } from '../outputs/value-problems';
import { ArgumentReader, type ReadArguments } from './arguments';
import { certainContradictions } from './contradictions';
import type { Edit, FileFindings } from './findings';
import type { CheckedLibrary } from './library';
import { onlyNearName } from './nearest';

/** Adds everything that is wrong with a call of a variable of the library. */
export function checkCall(
  call: Call,
  library: CheckedLibrary,
  variables: Variables,
  findings: FileFindings,
): void {
  const model = library.variables.get(call.name);
  if (model === undefined) return;
  const maps = passedMaps(call, variables, findings);
  if (maps.length > 0 && model.deprecated !== undefined)
    findings.add('deprecated', call.place, `${call.name} is deprecated: ${model.deprecated}`);
  const said = new Set<string>();
  for (const map of maps)
    checkMap(call, model, new ArgumentReader(call.name, variables).read(map), library, findings, said);
}

/** @param said what was said of another map that the call may pass: what lacks in both is one problem */
function checkMap(
  call: Call,
  model: GlobalVariableModel,
  read: ReadArguments,
  library: CheckedLibrary,
  findings: FileFindings,
  said: Set<string>,
): void {
  for (const { range, reason } of read.unchecked) findings.unchecked(range, reason);
  const about = { name: call.name, start: call.start };
  for (const { range, path } of read.duplicates)
    findings.add('duplicate', range, 'is given twice', { call: about, path });
  const problems = callFindings(model.parameters, read.arguments);
  // As in Jenkins, where the call looks at the whole of it once each part is right.
  if (!problems.some(isProblem) && read.duplicates.length === 0)
    checkWhole(call, model, read, library, findings);
  for (const found of problems) {
    const { path, message } = found;
    const isOld = !isProblem(found);
    const range = isOld ? (read.keys.get(path) ?? call.place) : placeOf(found, read, call);
    const key = `${range.start} ${path} ${message}`;
    if (said.has(key)) continue;
    said.add(key);
    const fix = isOld
      ? renamingOf(path, found.nameOfToday, range, read)
      : fixOf(found, range, read, findings.text);
    const nearest = isOld ? undefined : found.nearest;
    findings.add(found.rule, range, message, {
      call: about,
      path,
      ...(nearest !== undefined && { suggestion: nearest }),
      ...(fix !== undefined && { fix }),
    });
  }
}

/** What the library says of the arguments together: lines of path and reason. */
function checkWhole(
  call: Call,
  model: GlobalVariableModel,
  { arguments: given, keys }: ReadArguments,
  { contradictions }: CheckedLibrary,
  findings: FileFindings,
): void {
  const own = contradictions === 'not run' ? undefined : contradictions.get(call.name);
  if (own === undefined) return;
  if (!isKnown(given)) {
    const reason = `whether the arguments of ${call.name} contradict each other is known only at run time`;
    findings.unchecked(call.place, reason);
    return;
  }
  for (const line of certainContradictions(own, model.parameters, renamed(model.parameters, given))) {
    const [, path = '', message = line] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const range = keys.get(path) ?? call.place;
    const about = { name: call.name, start: call.start };
    findings.add('contradiction', range, message, { call: about, path });
  }
}

/** Whether nothing in it is left to a run. */
function isKnown(value: ReadArguments['arguments']): value is ArgumentMap;
function isKnown(value: Argument): boolean;
function isKnown(value: Argument): boolean {
  if (isRunTimeValue(value) || isPartlyKnown(value)) return false;
  if (isList(value)) return value.every((element) => isKnown(element));
  return !isMap(value) || Object.values(value).every((element) => isKnown(element));
}

/** The map that the call passes: its named arguments, or the one value that it has; several where that is a choice. */
function passedMaps(call: Call, variables: Variables, findings: FileFindings): readonly MapValue[] {
  const { list, problems } = call.arguments();
  const reading = variables.reading();
  reading.problems.push(...problems);
  const isNamed = ({ kind }: WrittenArgument): boolean => kind === 'entry' || kind === 'spread map';
  const named = list.filter(isNamed);
  const [only, ...others] = list.filter((argument) => !isNamed(argument));
  const passed = mapOf(named, call, reading);
  const value = only === undefined ? undefined : readValue(only.value, reading);
  for (const problem of reading.problems) findings.syntax(problem);
  if (value === undefined || only === undefined) return [passed];
  if (named.length === 0 && others.length === 0) return mapsIn(call, only, value, variables, findings);
  const stray = named.length > 0 ? [only, ...others] : others;
  for (const argument of stray) refuse(call, argument, 'an argument has no name', findings);
  return named.length > 0 ? [passed] : [];
}

function mapsIn(
  call: Call,
  argument: WrittenArgument,
  written: Value,
  variables: Variables,
  findings: FileFindings,
): readonly MapValue[] {
  const value =
    written.kind === 'variable' ? (variables.valueOf(written.name, written.start) ?? written) : written;
  if (value.kind === 'map') return [value];
  const isMapOrUnknown = value.kind === 'variable' || value.kind === 'computed';
  const type = typeOf(value);
  if (value.kind === 'literal' && value.value === null) return [];
  if (isMapOrUnknown && (type === undefined || type === 'map')) {
    const possible = value.kind === 'computed' ? value.possible : [];
    const isKnown = value.kind === 'computed' && value.all;
    if (!isKnown) findings.unchecked(written, `what is passed to ${call.name} is known only at run time`);
    return possible.flatMap((each) => mapsIn(call, argument, each, variables, findings));
  }
  refuse(call, argument, 'the argument is no map', findings);
  return [];
}

function refuse(call: Call, { value }: WrittenArgument, what: string, findings: FileFindings): void {
  findings.add('arguments', rangeOf(value), what, {
    call: { name: call.name, start: call.start },
    remedy: `${call.name} takes named arguments alone: ${call.name}(name: value).`,
  });
}

/** Where to look: at the value, at the name that is unknown, at what lacks an argument. */
function placeOf({ path, rule, given }: CallProblem, read: ReadArguments, call: Call): Range {
  if (rule === 'required') return read.keys.get(parentOf(path)) ?? call.place;
  if (rule === 'additionalProperties' || rule === 'conflicts') return read.keys.get(path) ?? call.place;
  if (rule === 'uniqueItems') return read.repeated(path, given) ?? call.place;
  return read.valueAt(path, given) ?? call.place;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** The name of today instead of a former one, unless both are given. */
function renamingOf(
  path: string,
  name: string | undefined,
  range: Range,
  read: ReadArguments,
): Edit | undefined {
  if (name === undefined) return undefined;
  const isGiven = read.keys.has(pathTo(parentOf(path), name));
  return isGiven ? undefined : { start: range.start, end: range.end, text: name };
}

function fixOf(problem: CallProblem, range: Range, read: ReadArguments, text: string): Edit | undefined {
  const { rule, path, known = [], given } = problem;
  const written = text.slice(range.start, range.end);
  const name = rule === 'additionalProperties' ? path.slice(path.length - written.length) : given;
  if (typeof name !== 'string' || !written.includes(name)) return undefined;
  const meant = onlyNearName(name, known);
  if (meant === undefined || read.keys.has(`${path.slice(0, path.length - name.length)}${meant}`))
    return undefined;
  const quotes = (written.length - name.length) / 2;
  const [start, end] = [range.start + quotes, range.end - quotes];
  return text.slice(start, end) === name ? { start, end, text: meant } : undefined;
}
