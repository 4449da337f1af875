/** The files that a run reads, and what is wrong with them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { UnusableInput, type InputProblem } from '../diagnostics/unusable-input';
import { EngineError, ToolMissing } from '../engine';
import { declarativeBlock } from '../jenkinsfile/declarative';
import { readScenario } from '../simulator/read-scenario';
import type { Scenario } from '../simulator/scenario';
import { ScenarioError } from '../simulator/scenario-error';
import { scenarioSchemaFile } from '../simulator/schemas';

/** The scenario beside a Jenkinsfile, unless another file is named. */
export function scenarioPath(jenkinsfile: string, named: string | undefined): string {
  return named ?? join(dirname(jenkinsfile), 'scenario.json');
}

/**
 * Reads the scenario of a Jenkinsfile.
 * @param named the file to read instead of the `scenario.json` beside the Jenkinsfile; it must exist
 * @returns an empty scenario, which is all defaults, when none is named and none is there
 * @throws ScenarioError with all problems of the file
 * @throws UnusableInput when a named file, or one that it extends, cannot be read
 */
export function readScenarioOf(jenkinsfile: string, named?: string): Scenario {
  const path = scenarioPath(jenkinsfile, named);
  return named === undefined && !existsSync(path) ? {} : readScenarioFile(path, []);
}

/** @param extending the files that led here, the first one first */
function readScenarioFile(path: string, extending: readonly string[]): Scenario {
  const remedy =
    extending.length === 0
      ? 'Create it ({} is all defaults), or leave --scenario out.'
      : `Name another file in 'extends' of ${extending.at(-1) ?? ''}.`;
  if (extending.includes(path)) {
    throw new UnusableInput([{ place: path, reason: 'extends itself', remedy }]);
  }
  const reason = missingFile(path);
  if (reason !== undefined) {
    throw new UnusableInput([{ place: path, reason, remedy }]);
  }
  const { extends: base, ...scenario } = readScenario(readFileSync(path, 'utf8'), path);
  if (base === undefined) {
    return scenario;
  }
  const inherited = readScenarioFile(join(dirname(path), base), [...extending, path]);
  const commands = [...(scenario.commands ?? []), ...(inherited.commands ?? [])];
  return { ...inherited, ...scenario, commands };
}

/** Why a Jenkinsfile can be run nowhere but in Jenkins; `undefined` when that is not so. */
export function onlyInJenkins(jenkinsfile: string): InputProblem | undefined {
  const block = declarativeBlock(readFileSync(jenkinsfile, 'utf8'));
  if (block === undefined) return undefined;
  return {
    place: `${jenkinsfile}:${block.line}:${block.column}`,
    reason: 'is a declarative Pipeline, of which a plugin of Jenkins makes the steps that run',
    remedy: `npx gig-ci check ${jenkinsfile} checks its calls; a scripted Jenkinsfile can be run.`,
  };
}

/** Why a path cannot be read as a file; `undefined` when it can. */
export function missingFile(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    return 'does not exist';
  }
  return found.isFile() ? undefined : 'is not a file';
}

/** What an error says about the input of a run; `undefined` when it says nothing about it. */
export function inputProblems(error: unknown): readonly InputProblem[] | undefined {
  if (error instanceof UnusableInput) {
    return error.problems;
  }
  if (error instanceof ScenarioError) {
    const schema = relative(process.cwd(), scenarioSchemaFile);
    return error.problems.map(({ path, message, remedy }) => ({
      place: path === '' ? error.file : `${error.file}: ${path}`,
      reason: message,
      remedy: remedy ?? `${schema} describes every part of a scenario.`,
    }));
  }
  if (error instanceof EngineError) {
    return error.errors.map(({ file, line, message }) => ({
      place: file === undefined ? 'the Pipeline engine' : `${file}:${line ?? 1}`,
      reason: message,
      remedy: 'It has to compile as Groovy, as in Jenkins.',
    }));
  }
  if (error instanceof ToolMissing) {
    return [
      { place: '--world engine', reason: error.message, remedy: 'Or run it in Node alone: --world direct.' },
    ];
  }
  return undefined;
}
