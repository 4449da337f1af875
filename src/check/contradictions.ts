/** The functions of a built library that say how the arguments of a call contradict each other. Here they are run. */
import { compileFunction } from 'node:vm';
import { moduleLoader, type ModuleCode } from '../direct/module-loader';
import { pureRuntime } from '../direct/pure-runtime';
import { UnusableInput } from '../diagnostics/unusable-input';
import type { ParameterModel } from '../model/model';
import { isMap, type Argument, type ArgumentMap } from '../outputs/arguments';

/** Lines of path and reason for a call whose arguments are all known. */
export type Contradictions = (given: ArgumentMap) => readonly string[];

/** What the file gives: see `src/direct/contradictions-file.ts`. */
interface Content {
  readonly checks: { readonly [variable: string]: { readonly file: string; readonly name: string } };
  readonly modules: { readonly [file: string]: ModuleCode };
}

/**
 * Runs the file, which is code: of a library that the user trusts, not of one that lies about.
 * @param file name for its errors
 * @throws UnusableInput when the build of a library did not leave it so
 */
export function loadContradictions(text: string, file: string): ReadonlyMap<string, Contradictions> {
  const { checks, modules } = contentOf(text, file);
  // No module of gig-ci/jenkins gives anything to a pure function.
  const load = moduleLoader((path) => modules[path] ?? (() => undefined), {}, pureRuntime);
  return new Map(
    Object.entries(checks).map(([variable, { file: path, name }]) => [
      variable,
      (given) => (load(path)[name] as Contradictions | undefined)?.(given) ?? [],
    ]),
  );
}

function contentOf(text: string, file: string): Content {
  const module: { exports: Partial<Content> } = { exports: {} };
  let reason = 'holds no checks';
  try {
    (compileFunction(text, ['module'], { filename: file }) as (target: object) => void)(module);
  } catch (error) {
    reason = `cannot be run: ${String(error)}`;
  }
  const { checks, modules } = module.exports;
  if (checks !== undefined && modules !== undefined) return { checks, modules };
  const remedy = 'Build the library again: npx gig-ci build.';
  throw new UnusableInput([{ place: file, reason, remedy }]);
}

/**
 * The lines that a call has in both cases that are tried: where the environment of Jenkins gives nothing, and where it gives
 * each parameter that it may give the first of its examples.
 */
export function certainContradictions(
  contradictions: Contradictions,
  parameters: readonly ParameterModel[],
  given: ArgumentMap,
): readonly string[] {
  const lines = contradictions(given);
  // Nearly all calls are right: those need no second look.
  if (lines.length === 0) return [];
  const inherited = contradictions(withInherited(parameters, given));
  return lines.filter((line) => inherited.includes(line));
}

function withInherited(parameters: readonly ParameterModel[], given: ArgumentMap): ArgumentMap {
  const more = parameters.flatMap(({ name, type, environment, examples = [] }): [string, Argument][] => {
    const value = given[name];
    const [example] = examples;
    if (value === undefined && environment !== undefined && example !== undefined) return [[name, example]];
    if (type.kind !== 'group' || !(value === undefined || isMap(value))) return [];
    const inner = withInherited(type.parameters, value ?? {});
    return Object.keys(inner).length === 0 ? [] : [[name, inner]];
  });
  return { ...given, ...Object.fromEntries(more) };
}
