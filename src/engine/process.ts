/** One Java process that answers requests in order, a line of JSON each. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { parseAnswer, type Answer } from './answers';
import type { Request } from './requests';

/** The Java process is gone or hangs: the message says why, with the end of its log. */
export class EngineCrash extends Error {}

interface Pending {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The Java process: a request is a line that it reads, the answer a line that it writes, in the same order. */
export class EngineProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly pending: Pending[] = [];
  private readonly exited: Promise<void>;
  private unread = '';
  private log = '';
  private crash: EngineCrash | undefined;

  constructor(java: string, parameters: readonly string[]) {
    this.child = spawn(java, parameters);
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      this.read(chunk);
    });
    this.child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.log = (this.log + chunk).slice(-4000);
    });
    // A write to a process that has just died; its end is reported by the event below.
    this.child.stdin.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      this.child.on('error', (cause) => {
        this.fail(`the Java process of the engine did not start: ${cause.message}`);
        resolve();
      });
      this.child.on('close', (code, signal) => {
        this.fail(`the Java process of the engine ended with ${code ?? signal ?? 'nothing'}`);
        resolve();
      });
    });
  }

  /** Whether it can answer. */
  get alive(): boolean {
    return this.crash === undefined;
  }

  /**
   * @param limit milliseconds that the answer may take
   * @throws EngineCrash when the process ends or takes too long; then it answers nothing more
   */
  request(message: Request, limit: number): Promise<Answer> {
    if (this.crash !== undefined) return Promise.reject(this.crash);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.fail(`no answer for ${limit / 1000} seconds`);
        this.child.kill('SIGKILL');
      }, limit);
      this.pending.push({ resolve, reject, timer });
      this.child.stdin.write(`${JSON.stringify(message)}\n`);
    });
  }

  /** Lets the process end and waits for it. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    this.child.stdin.end();
    await this.exited;
    clearTimeout(timer);
  }

  private read(chunk: string): void {
    const lines = (this.unread + chunk).split('\n');
    this.unread = lines.pop() ?? '';
    for (const line of lines) {
      const request = this.pending.shift();
      if (request === undefined) continue;
      clearTimeout(request.timer);
      try {
        request.resolve(parseAnswer(line));
      } catch (failure) {
        request.reject(failure instanceof Error ? failure : new Error(String(failure)));
      }
    }
  }

  private fail(reason: string): void {
    this.crash ??= new EngineCrash([reason, this.log.trim()].filter((part) => part !== '').join('\n'));
    for (const request of this.pending.splice(0)) {
      clearTimeout(request.timer);
      request.reject(this.crash);
    }
  }
}
