/** Programs that differed once, kept as files: they must not differ again. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../writer/program';

/** Name of the variable in the files. */
const foundName = 'gigFound';
const separator = /^\/\/ --- (\S+)\n/m;

/** The kept programs, each under a name of its own. @param folder `test/fuzz/found` */
export function foundPrograms(folder: string): readonly (Program & { readonly file: string })[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file, index) => {
      const name = `${foundName}${index}`;
      const text = readFileSync(join(folder, file), 'utf8').replaceAll(foundName, name);
      const [main = '', ...shared] = text.split(separator);
      const files = new Map([[`vars/${name}.ts`, main]]);
      for (let at = 0; at < shared.length; at += 2) files.set(shared[at] ?? '', shared[at + 1] ?? '');
      return { name, file, files, call: `${name}()`, isPlain: !text.includes('// Not for plain Node') };
    });
}

/** Keeps a program. @param title what it showed, as the name of a file */
export function keepFound(folder: string, title: string, { name, files, isPlain }: Program): string {
  const [main = '', ...shared] = [...files].map(([path, text], index) =>
    index === 0 ? text : `// --- ${path}\n${text}`,
  );
  const path = join(folder, `${title}.ts`);
  const note = isPlain ? '' : '// Not for plain Node\n';
  writeFileSync(path, `${note}${[main, ...shared].join('')}`.replaceAll(name, foundName));
  return path;
}
