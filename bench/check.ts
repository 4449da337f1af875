/** What the check of many Jenkinsfiles costs, in one process. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interleaved } from './measure';
import { project } from './processes';
import type { Comparison } from './table';

const FILES = 1000;
const corpus = join(project, 'test', 'check', 'corpus', 'valid');

/** What is measured is no part of the package's interface: the compiled modules, with what is used of them. */
interface Modules {
  readonly readTokens: (text: string) => unknown;
  readonly checkFile: (file: { readonly path: string; readonly text: string }, library: unknown) => unknown;
  readonly openCheckedLibrary: (folder: string, shown: string) => unknown;
}

/** A thousand Jenkinsfiles of all styles, read and checked, against the same files read with the bare lexer. */
export async function compareCheck(repetitions: number): Promise<Comparison> {
  const { readTokens, checkFile, openCheckedLibrary } = await loadModules();
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-bench-'));
  try {
    const paths = writeFiles(folder);
    const library = openCheckedLibrary(project, project);
    const times = await interleaved(
      [
        {
          name: 'check',
          run: () => paths.map((path) => checkFile({ path, text: readFileSync(path, 'utf8') }, library)),
        },
        { name: 'lexer', run: () => paths.map((path) => readTokens(readFileSync(path, 'utf8'))) },
      ],
      repetitions,
    );
    return {
      subject: `check of ${FILES.toLocaleString('en')} Jenkinsfiles`,
      against: 'the bare lexer on them',
      ours: times.check,
      theirs: times.lexer,
      atMost: 3,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadModules(): Promise<Modules> {
  const names = ['jenkinsfile/lexer.js', 'check/index.js', 'check/library.js'];
  const loaded = names.map(
    (name) => import(pathToFileURL(join(project, 'dist', name)).href) as Promise<object>,
  );
  return Object.assign({}, ...(await Promise.all(loaded))) as Modules;
}

function writeFiles(folder: string): readonly string[] {
  const names = readdirSync(corpus);
  return Array.from({ length: FILES }, (_, index) => {
    const path = join(folder, `${index}.jenkinsfile`);
    cpSync(join(corpus, names[index % names.length] ?? ''), path);
    return path;
  });
}
