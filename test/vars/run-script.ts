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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readScript } from '../../src/model/scripts';
import { readSharedScripts } from '../../src/model/shared-scripts';
import { runnableScript } from '../../src/outputs/scripts';

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
  /** Files of the workspace; one that begins with `#!` can be executed. */
  readonly files?: { readonly [path: string]: string };
}

export interface ScriptResult {
  readonly exit: number | null;
  /** What it printed for the outputs. */
  readonly outputs: string;
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
  { inputs, environment = {}, tools, files = {} }: ScriptRun,
): ScriptResult {
  const place = mkdtempSync(join(tmpdir(), 'gig-ci-script-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  };
  try {
    const calls = join(place, 'calls');
    for (const [path, text] of Object.entries(files)) {
      write(join('workspace', path), text);
      if (text.startsWith('#!')) chmodSync(join(place, 'workspace', path), 0o755);
    }
    for (const [tool, answer] of Object.entries(tools)) {
      const note = `note() { echo "$*" >>'${calls}'; }`;
      write(join('bin', tool), `#!/usr/bin/env bash\n${note}\nnote ${tool} "$*"\n${answer}\n`);
      chmodSync(join(place, 'bin', tool), 0o755);
    }
    mkdirSync(join(place, 'workspace'), { recursive: true });
    write(name, runnableScript(readScript(name, textOf(name), shared).script));
    const { status, stdout, stderr } = spawnSync('bash', [join(place, name)], {
      cwd: join(place, 'workspace'),
      encoding: 'utf8',
      env: {
        HOME: join(place, 'home'),
        WORKSPACE_TMP: join(place, 'workspace@tmp'),
        PATH: `${join(place, 'bin')}:/usr/local/bin:/usr/bin:/bin`,
        ...environment,
        ...Object.fromEntries(
          Object.entries(inputs).flatMap(([input, value]) => variables(`GIG_${input}`, value)),
        ),
      },
    });
    const noted = existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [];
    return { exit: status, outputs: stdout, log: stderr, calls: noted };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** As the compiler lets values travel. */
function variables(name: string, value: string | readonly string[]): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  return [
    [`${name}_COUNT`, String(value.length)],
    ...value.map((element, index): [string, string] => [`${name}_${index + 1}`, element]),
  ];
}
