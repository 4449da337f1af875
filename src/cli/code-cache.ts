/**
 * Loads the TypeScript compiler with the machine code of an earlier run, which halves the start of a command. Node 20 has
 * no such cache of its own.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAscii } from 'node:buffer';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

type ModuleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: Module,
  filename: string,
  folder: string,
) => void;

/**
 * Puts the TypeScript compiler into the cache of `require`. What V8 compiled during this run is kept when the process ends,
 * so the second run is the fast one.
 * @param folder where the code is kept; one that cannot be written costs the gain, nothing else
 */
export function loadCompilerFromCache(folder: string): void {
  const path = require.resolve('typescript');
  const { size, mtimeMs } = statSync(path);
  // V8 recognises another version of itself, but another source only by its length.
  const name = `${basename(path)}-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  const cachedData = readIfThere(join(folder, name));
  const script = new Script(Module.wrap(readSource(path)), {
    filename: path,
    ...(cachedData !== undefined && { cachedData }),
  });
  const module = new Module(path);
  module.filename = path;
  require.cache[path] = module;
  const run = script.runInThisContext() as ModuleFunction;
  run.call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  module.loaded = true;
  if (cachedData === undefined || script.cachedDataRejected === true) {
    process.once('exit', () => keep(script.createCachedData(), folder, name));
  }
}

/** Nine megabytes: where they are ASCII, nothing has to be decoded. */
function readSource(path: string): string {
  const bytes = readFileSync(path);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Replaces what other versions left, and processes that were killed; two may do so at the same time. */
function keep(code: Buffer, folder: string, name: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder).filter((other) => other !== name)) {
      rmSync(join(folder, old), { force: true });
    }
    const draft = join(folder, `${process.pid}-${name}`);
    writeFileSync(draft, code);
    renameSync(draft, join(folder, name));
  } catch {
    // A folder that cannot be written: the next run is as slow as this one.
  }
}
