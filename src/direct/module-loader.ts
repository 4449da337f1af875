/** Loads the compiled modules of a library, each once, as CommonJS does. */
import { posix } from 'node:path';

/** What a module gives to others. */
export type ModuleExports = { readonly [name: string]: unknown };

/** A compiled module. It finds the helpers of its transformation as `$gig`. */
export type ModuleCode = (exports: object, require: (request: string) => object, runtime: object) => void;

/**
 * Makes the function that loads a module with all that it imports.
 * @param codeOf the code of a module, by its path in the project
 * @param jenkins what `gig-ci/jenkins` gives
 * @param runtime what the code finds as `$gig`
 */
export function moduleLoader(
  codeOf: (file: string) => ModuleCode,
  jenkins: object,
  runtime: object,
): (file: string) => ModuleExports {
  const loaded = new Map<string, ModuleExports>();
  const load = (file: string): ModuleExports => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const code = codeOf(file);
    const exports = {};
    loaded.set(file, exports);
    const resolve = (request: string): object =>
      request === 'gig-ci/jenkins' ? jenkins : load(`${posix.join(posix.dirname(file), request)}.ts`);
    code(exports, resolve, runtime);
    return exports;
  };
  return load;
}
