/**
 * Loads modules with the machine code of an earlier run, which halves the start of a command. Node 20 has no such cache of
 * its own: `module.enableCompileCache` came with Node 22.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAscii } from 'node:buffer';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

type ModuleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  filename: string,
  folder: string,
) => void;

/** The code of one module, and which state of its file it was made from: V8 compares no more than its length. */
interface Code {
  readonly stamp: string;
  readonly bytes: Buffer;
}

/**
 * From now on `require` takes the code of the modules in some folders out of a cache: CommonJS without dynamic imports. What
 * V8 compiled during this run is kept when the process ends, so the second run is the fast one.
 * @param folder where the code is kept; one that cannot be written costs the gain, nothing else
 * @param parts name of a part of the cache, read when the first of its modules is needed -> the folder of its modules
 */
export function useCodeCache(folder: string, parts: { readonly [name: string]: string }): void {
  const known = Object.entries(parts).map(([name, modules]) => ({
    isIn: (path: string): boolean => path.startsWith(join(modules, '/')),
    part: new Part(folder, `${name}-${process.version}-${process.arch}`),
  }));
  // Deprecated since 2012, and what every transpiler of CommonJS builds on.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { extensions } = require;
  const loadModule = extensions['.js'];
  extensions['.js'] = (module, path) => {
    const found = known.find(({ isIn }) => isIn(path));
    if (found === undefined) loadModule(module, path);
    else found.part.load(module, path);
  };
  process.once('exit', () => {
    const names = known.map(({ part }) => part.name);
    for (const { part } of known) part.keep(names);
  });
}

/** A part of the cache: a file with the code of some modules. */
class Part {
  private codes: Map<string, Code> | undefined;
  /** The modules whose code was not there. */
  private readonly compiled = new Map<string, { readonly stamp: string; readonly script: Script }>();

  constructor(
    private readonly folder: string,
    readonly name: string,
  ) {}

  load(module: NodeJS.Module, path: string): void {
    this.codes ??= readCodes(join(this.folder, this.name));
    const stamp = stampOf(path);
    const code = this.codes.get(path);
    const cachedData = code?.stamp === stamp ? code.bytes : undefined;
    const script = new Script(Module.wrap(readSource(path)), {
      filename: path,
      ...(cachedData !== undefined && { cachedData }),
    });
    if (cachedData === undefined || script.cachedDataRejected === true) {
      this.compiled.set(path, { stamp, script });
    }
    const run = script.runInThisContext() as ModuleFunction;
    run.call(module.exports, module.exports, createRequire(path), module, path, dirname(path));
  }

  /**
   * Writes what is new, with what other commands left. Replaces what other versions left, and processes that were killed;
   * two may do so at the same time.
   */
  keep(names: readonly string[]): void {
    if (this.compiled.size === 0) return;
    const codes = new Map(this.codes);
    for (const [path, { stamp, script }] of this.compiled) {
      codes.set(path, { stamp, bytes: script.createCachedData() });
    }
    try {
      mkdirSync(this.folder, { recursive: true });
      for (const old of readdirSync(this.folder).filter((other) => !names.includes(other))) {
        rmSync(join(this.folder, old), { force: true });
      }
      const draft = join(this.folder, `${process.pid}-${this.name}`);
      writeFileSync(draft, serialiseCodes(codes));
      renameSync(draft, join(this.folder, this.name));
    } catch {
      // A folder that cannot be written: the next run is as slow as this one.
    }
  }
}

/** A line of JSON says whose code follows, and how many bytes of it. */
function serialiseCodes(codes: ReadonlyMap<string, Code>): Buffer {
  const heads = [...codes].map(([path, { stamp, bytes }]) => [path, stamp, bytes.length]);
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(heads)}\n`),
    ...[...codes.values()].map(({ bytes }) => bytes),
  ]);
}

/** Nothing where there is no file, or one that something else wrote. */
function readCodes(file: string): Map<string, Code> {
  try {
    const content = readFileSync(file);
    let start = content.indexOf('\n') + 1;
    const heads = JSON.parse(content.toString('utf8', 0, start)) as [string, string, number][];
    return new Map(
      heads.map(([path, stamp, length]) => {
        const bytes = content.subarray(start, (start += length));
        return [path, { stamp, bytes }];
      }),
    );
  } catch {
    return new Map();
  }
}

function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size}-${Math.round(mtimeMs)}`;
}

/** TypeScript has nine megabytes: where they are ASCII, nothing has to be decoded. */
function readSource(path: string): string {
  const bytes = readFileSync(path);
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}
