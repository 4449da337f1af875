import { loadSources } from '../../src/compiler/load';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import type { ParameterModel, GlobalVariableModel } from '../../src/model/model';
import { readGlobalVariables } from '../../src/model/global-variables';

/** Reads the global variables of a project. @param files path -> content */
export function read(files: { readonly [path: string]: string }): {
  readonly models: readonly GlobalVariableModel[];
  readonly diagnostics: readonly Diagnostic[];
} {
  return readGlobalVariables(loadSources('/project', new Map(Object.entries(files))));
}

/** The parameters of a documented global variable whose interface has this body. */
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
  const { models, diagnostics } = read({ 'vars/gigX.ts': text });
  return { parameters: models[0]?.parameters ?? [], diagnostics };
}

/** The diagnostics of an interface, `code name-of-the-marked-text`. */
export function complaints(body: string, options = {}): readonly string[] {
  return readInterface(body, options).diagnostics.map(({ code, sourceLine, column, length }) => {
    return `${code} ${sourceLine.slice(column - 1, column - 1 + length)}`;
  });
}
