/** Runs fake programs on this machine: in a Git repository and a state folder of the test, which are removed with it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Credentials } from '../../src/real/credentials';
import { prepareRealRun, type RealRun } from '../../src/real';
import type { Progress } from '../../src/simulator/progress';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { simulateAsync } from '../../src/simulator/simulate';
import { FakeProgram, type Body } from '../simulator/fake-program';
import { gitIn } from '../support/git';

export interface RunOptions {
  readonly scenario?: Scenario;
  readonly credentials?: Credentials;
  readonly environment?: NodeJS.ProcessEnv;
  readonly workspace?: string;
  readonly keepWorkspace?: boolean;
  readonly abort?: AbortSignal;
  /** Hears what happens while it happens. */
  readonly onEvent?: (progress: Progress) => void;
}

export interface Finished {
  readonly record: RunRecord;
  readonly run: RealRun;
  readonly left: readonly string[];
}

/** A place for runs: {@link open} it before a test, and {@link close} it behind. */
export class TestMachine {
  readonly folder = mkdtempSync(join(tmpdir(), 'gig-ci real '));
  readonly repository = join(this.folder, 'orders');
  readonly state = join(this.folder, 'state');

  constructor(files: { readonly [path: string]: string } = {}) {
    mkdirSync(this.repository);
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.commit({ Jenkinsfile: 'gigTry()\n', ...files });
  }

  /** The path of the Jenkinsfile, whose text no fake program needs. */
  get jenkinsfile(): string {
    return join(this.repository, 'Jenkinsfile');
  }

  git(...words: readonly string[]): string {
    return gitIn(this.repository, ...words);
  }

  /** Writes files of the repository without a commit. */
  write(files: { readonly [path: string]: string }): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.repository, path)), { recursive: true });
      writeFileSync(join(this.repository, path), text);
    }
  }

  /** @returns the commit */
  commit(files: { readonly [path: string]: string }): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return this.git('rev-parse', 'HEAD');
  }

  prepare({
    scenario = {},
    credentials,
    environment,
    workspace,
    keepWorkspace = false,
  }: RunOptions = {}): RealRun {
    return prepareRealRun({
      jenkinsfile: this.jenkinsfile,
      scenario,
      ...(workspace !== undefined && { workspace }),
      keepWorkspace,
      environment: {
        ...process.env,
        GIG_CI_STATE: this.state,
        ...(credentials && { GIG_CREDENTIALS: JSON.stringify(credentials) }),
        ...environment,
      },
    });
  }

  /** Runs the program to its end. */
  async run(main: Body, options: RunOptions = {}): Promise<Finished> {
    const run = this.prepare(options);
    const { abort, onEvent } = options;
    const record = await simulateAsync(new FakeProgram(main), {
      scenario: run.scenario,
      scripts: [],
      machine: run.machine,
      ...(abort && { abort }),
      ...(onEvent && { onEvent }),
    });
    return { record, run, left: await run.close(record) };
  }

  /** What the workspaces' folder holds: nothing, when every run has cleaned up. */
  workspaces(): readonly string[] {
    try {
      return readdirSync(join(this.state, 'workspace'));
    } catch {
      return [];
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Whether a process is there and no zombie, which stays until its parent asks for it. */
export function isRunning(id: string | number): boolean {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
}
