/** Runs a resource script for real, with recording stand-ins for the tools that it calls. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readScript } from '../../src/model/scripts';
import { readSharedScripts } from '../../src/model/shared-scripts';
import { runnableScript } from '../../src/outputs/scripts';
import { scriptVariables } from '../support/script-variables';

const root = join(__dirname, '..', '..');
const folder = join(root, 'resources', 'gig-ci');
const { shared } = readSharedScripts(root);

interface ScriptRun {
  /** By the names of the header; a list as a list. */
  readonly inputs: { readonly [name: string]: string | readonly string[] };
  /** Environment that others bring, e.g. SONAR_AUTH_TOKEN. */
  readonly environment?: { readonly [name: string]: string };
  /** Stand-ins by name: bash that answers a call, with the arguments in `$@`. `note` adds a line to the calls. */
  readonly tools: { readonly [name: string]: string };
  /** Tools that the machine lacks, whatever this one has. */
  readonly lacks?: readonly string[];
  /** Files of the workspace; one that begins with `#!` can be executed. */
  readonly files?: { readonly [path: string]: string };
  /** A folder that stays, instead of a workspace of its own; `@tmp` behind its name is the one for temporary files. */
  readonly workspace?: string;
}

export interface ScriptResult {
  readonly exit: number | null;
  /** What it printed for the outputs. */
  readonly outputs: string;
  /** Why it has no result: cause, then remedies. */
  readonly problem: readonly string[];
  readonly log: string;
  /** Each call of a stand-in: its name and its arguments, separated by blanks. */
  readonly calls: readonly string[];
}

/** Text of a resource script. */
export function textOf(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Texts of all resource scripts and of what they share. */
export function allScripts(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.sh')).map(textOf);
}

/** Runs a script as it is published. */
export function runScript(
  name: string,
  { inputs, environment = {}, tools, lacks = [], files = {}, workspace: given }: ScriptRun,
): ScriptResult {
  const place = mkdtempSync(join(tmpdir(), 'gig-ci-script-'));
  const workspace = given ?? join(place, 'workspace');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(resolve(place, path)), { recursive: true });
    writeFileSync(resolve(place, path), text);
  };
  try {
    const calls = join(place, 'calls');
    for (const [path, text] of Object.entries(files)) {
      write(join(workspace, path), text);
      if (text.startsWith('#!')) chmodSync(join(workspace, path), 0o755);
    }
    for (const [tool, answer] of Object.entries(tools)) {
      const note = `note() { echo "$*" >>'${calls}'; }`;
      write(join('bin', tool), `#!/bin/bash\n${note}\nnote ${tool} "$*"\n${answer}\n`);
      chmodSync(join(place, 'bin', tool), 0o755);
    }
    mkdirSync(workspace, { recursive: true });
    write(name, runnableScript(readScript(name, textOf(name), shared).script));
    const { status, stdout, stderr } = spawnSync('/bin/bash', [join(place, name)], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        HOME: join(place, 'home'),
        WORKSPACE_TMP: `${workspace}@tmp`,
        PATH: `${join(place, 'bin')}:${pathWithout(lacks)}`,
        ...environment,
        ...Object.fromEntries(scriptVariables(inputs)),
      },
    });
    const noted = existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
    const problem = stdout.split('\n').flatMap((line) => /^problem=(.*)$/.exec(line)?.[1] ?? []);
    return { exit: status, outputs: stdout, problem, log: stderr, calls: noted };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Where the tools of a machine are. */
const folders = ['/usr/local/bin', '/usr/bin', '/bin'];
/** Folders with the tools of this machine but some, by what they lack. */
const machines = new Map<string, string>();
afterAll(() => {
  for (const machine of machines.values()) rmSync(machine, { recursive: true });
});

function pathWithout(lacks: readonly string[]): string {
  if (lacks.length === 0) return folders.join(':');
  const key = lacks.join(' ');
  const made = machines.get(key) ?? mkdtempSync(join(tmpdir(), 'gig-ci-machine-'));
  if (!machines.has(key)) {
    machines.set(key, made);
    const tools = new Map(folders.flatMap((place) => readdirSync(place).map((tool) => [tool, place])));
    for (const [tool, place] of tools) {
      if (!lacks.includes(tool)) symlinkSync(join(place, tool), join(made, tool));
    }
  }
  return made;
}

/** The first call that begins so. @throws Error when there was none */
export function callTo({ calls, log }: ScriptResult, begin: string): string {
  const call = calls.find((candidate) => candidate.startsWith(begin));
  if (call === undefined) throw new Error(`no call of ${begin} among:\n${calls.join('\n')}\n${log}`);
  return call;
}
