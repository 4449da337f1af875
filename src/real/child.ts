/**
 * A process that a step starts, as the durable-task plugin starts it: standard output and standard error go to a file,
 * which is read while it grows, so that processes which it leaves in the background keep nobody waiting.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { hasCode } from '../diagnostics/error-code';
import { endProcesses } from './process-tree';

/** Milliseconds between two looks at the output. */
const PAUSE = 100;

/** Where and in what environment a command runs, and who hears it. */
export interface ChildOptions {
  /** Absolute. */
  readonly folder: string;
  readonly environment: { readonly [name: string]: string };
  /** Where its files are while it runs. */
  readonly temporaryFolder: string;
  /** Gets what it prints, without the last newline of each piece. */
  readonly print: (text: string) => void;
  /** Whether standard output is kept for the caller instead of being printed. */
  readonly capture?: boolean;
}

/** How a process ended. */
export interface ChildResult {
  /** As a shell says it: 128 and the number of the signal that ended it. */
  readonly exit: number;
  /** What it printed on standard output, when that was captured. */
  readonly output: string;
}

/** A command of a pipeline, with all the processes that it starts. */
export class Child {
  readonly ended: Promise<ChildResult>;
  private readonly cookie = `JENKINS_SERVER_COOKIE=durable-${randomUUID()}`;
  private groupLeader: number | undefined;

  /**
   * Starts the process.
   * @param command its program and arguments
   */
  constructor(command: readonly string[], options: ChildOptions) {
    this.ended = this.run(command, options);
  }

  /** Ends it and all that it has started; it has a few seconds to do that by itself. */
  async stop(): Promise<void> {
    this.signalGroup('SIGTERM');
    await endProcesses(this.cookie);
    this.signalGroup('SIGKILL');
  }

  private async run(command: readonly string[], options: ChildOptions): Promise<ChildResult> {
    const control = join(options.temporaryFolder, `durable-${randomUUID()}`);
    mkdirSync(control, { recursive: true, mode: 0o700 });
    mkdirSync(options.folder, { recursive: true });
    const log = join(control, 'log.txt');
    const output = join(control, 'output.txt');
    const messages = openSync(log, 'a');
    const results = options.capture === true ? openSync(output, 'a') : messages;
    const [program = '', ...words] = command;
    const [name = '', cookie = ''] = this.cookie.split('=');
    const tail = new Tail(log, options.print);
    const timer = setInterval(() => tail.read(), PAUSE);
    try {
      const exit = await new Promise<number>((resolve, reject) => {
        // A process group of its own: Ctrl-C of the terminal is for gig-ci alone, which asks it to end.
        const child = spawn(program, words, {
          cwd: options.folder,
          env: { ...options.environment, [name]: cookie },
          detached: true,
          stdio: ['ignore', results, messages],
        });
        this.groupLeader = child.pid;
        child.once('error', (error) => {
          // As the shell around it would say and answer.
          const isMissing = hasCode(error, 'ENOENT');
          if (!isMissing && !hasCode(error, 'EACCES')) return reject(error);
          options.print(`${program}: ${isMissing ? 'not found' : 'Permission denied'}`);
          resolve(isMissing ? 127 : 126);
        });
        child.once('exit', (code, signal) =>
          resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
        );
      });
      tail.finish();
      return { exit, output: options.capture === true ? readFileSync(output, 'utf8') : '' };
    } finally {
      clearInterval(timer);
      tail.close();
      for (const file of new Set([messages, results])) closeSync(file);
      rmSync(control, { recursive: true, force: true });
    }
  }

  /** On systems that do not tell the environment of a process, its group is all that can be found. */
  private signalGroup(name: 'SIGTERM' | 'SIGKILL'): void {
    if (this.groupLeader === undefined) return;
    try {
      process.kill(-this.groupLeader, name);
    } catch {
      // The group has ended.
    }
  }
}

/** A file that grows, read line by line. */
class Tail {
  private readonly file: number;
  private readonly decoder = new StringDecoder('utf8');
  private readonly buffer = Buffer.alloc(65_536);
  private rest = '';

  constructor(
    path: string,
    private readonly print: (text: string) => void,
  ) {
    this.file = openSync(path, 'r');
  }

  /** Prints the lines that are complete. */
  read(): void {
    for (let length = this.next(); length > 0; length = this.next()) {
      this.rest += this.decoder.write(this.buffer.subarray(0, length));
      const end = this.rest.lastIndexOf('\n');
      if (end === -1) continue;
      this.print(this.rest.slice(0, end));
      this.rest = this.rest.slice(end + 1);
    }
  }

  /** Prints all that is left. */
  finish(): void {
    this.read();
    const rest = this.rest + this.decoder.end();
    if (rest !== '') this.print(rest);
    this.rest = '';
  }

  close(): void {
    closeSync(this.file);
  }

  private next(): number {
    return readSync(this.file, this.buffer);
  }
}
