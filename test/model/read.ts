import { loadSources } from '../../src/compiler/load';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import type { ParameterModel, StepModel } from '../../src/model/model';
import { readSteps } from '../../src/model/variables';

/** Reads the steps of a project. @param files path -> content */
export function read(files: { readonly [path: string]: string }): {
  readonly steps: readonly StepModel[];
  readonly diagnostics: readonly Diagnostic[];
} {
  return readSteps(loadSources('/project', new Map(Object.entries(files))));
}

/** The parameters of a documented step whose interface has this body. */
export function readInterface(
  body: string,
  { pattern = '', more = '' } = {},
): { readonly parameters: readonly ParameterModel[]; readonly diagnostics: readonly Diagnostic[] } {
  const text = `
${more}
export interface Parameters {
${body}
}
/** Does it. */
export default function gigX({ ${pattern} }: Parameters): void {}
`;
  const { steps, diagnostics } = read({ 'vars/gigX.ts': text });
  return { parameters: steps[0]?.parameters ?? [], diagnostics };
}

/** The diagnostics of an interface, `code name-of-the-marked-text`. */
export function complaints(body: string, options = {}): readonly string[] {
  return readInterface(body, options).diagnostics.map(({ code, sourceLine, column, length }) => {
    return `${code} ${sourceLine.slice(column - 1, column - 1 + length)}`;
  });
}
