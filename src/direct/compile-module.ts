/** A module of a library as the direct world runs it. */
import type { Analysis } from '../compiler/analysis/analyse';
import type { Module } from '../compiler/load';
import { directTransformer } from './transform';

/** The JavaScript of a module, with its source map inside. */
export function compileModule(analysis: Analysis, module: Module): string {
  let code = '';
  analysis.project.program.emit(
    module.sourceFile,
    (path, text) => {
      if (path.endsWith('.js')) code = text;
    },
    undefined,
    false,
    { before: [directTransformer(analysis, module)] },
  );
  return code;
}
