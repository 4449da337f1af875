/**
 * Checks Jenkinsfiles against a built library, without running them. Here one file is checked; `library` has what the
 * library takes, `files` which files are meant, `call` and `names` what may be wrong in one, `fix` mends what is safe to
 * mend, and `formats/` writes the outcome for programs; its form for people is in src/terminal/.
 */
import { callsIn, scopesOf, type Call } from '../jenkinsfile/calls';
import { readSource } from '../jenkinsfile';
import { annotationsIn, libraryOfCall, type LibraryReference } from '../jenkinsfile/libraries';
import { Variables } from '../jenkinsfile/variables';
import { steps } from '../jenkins';
import { checkCall } from './call';
import { FileFindings, type FileReport } from './findings';
import type { CheckedLibrary } from './library';
import { checkLibraries } from './libraries';
import { checkMisspelt, checkUses } from './names';

/** A Jenkinsfile with the path that the messages name. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
}

/** Of a library whose code may not run. */
const NOT_RUN =
  'arguments that contradict each other were not looked for: name the library with --library, so that its own check may run';

/** Finds everything that is wrong with a Jenkinsfile. */
export function checkFile({ path, text }: CheckedFile, library: CheckedLibrary): FileReport {
  const source = readSource(text);
  const findings = new FileFindings(path, text);
  for (const problem of source.problems) findings.syntax(problem);
  const variables = new Variables(source, (name) => library.variables.has(name) || isReader(name));
  const ours: Call[] = [];
  const references: LibraryReference[] = [];
  for (const scope of scopesOf(source.nodes, text.length)) {
    const annotations = annotationsIn(scope);
    references.push(...annotations.references);
    for (const problem of annotations.problems) findings.syntax(problem);
    for (const call of callsIn(scope)) {
      references.push(...libraryOfCall(call, scope));
      if (!library.variables.has(call.name)) checkMisspelt(call, library, variables, findings);
      else if (isShadowed(call.name, variables))
        findings.unchecked(call.place, `${call.name} is defined in this file`);
      else ours.push(call);
    }
    checkUses(scope, library, variables, findings);
  }
  const [first] = ours;
  if (first !== undefined && library.contradictions === 'not run') findings.unchecked(first.place, NOT_RUN);
  for (const call of ours) checkCall(call, library, variables, findings);
  checkLibraries(references, ours, library, findings);
  return findings.report(ours.length);
}

function isShadowed(name: string, variables: Variables): boolean {
  return variables.definitionsOf(name).length > 0;
}

/** Steps and methods that do nothing to what they get. */
function isReader(name: string): boolean {
  return steps.has(name) || name === 'println' || name === 'print' || name === 'if' || name === 'while';
}
