/** Watches the processes of this machine for secrets while a build runs: command lines of all, environments of those that are not its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { maskedForms } from '../../src/real/secrets';

/** Reads the forms from standard input and looks until that is closed; then prints how often it looked, and where it found one. */
const program = `import json, os, sys, threading, time
forms, own = json.loads(sys.stdin.readline())
done = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), done.set()), daemon=True).start()
found, rounds, seen = set(), 0, set()


def read(path):
    try:
        with open(path, 'rb') as file:
            return file.read().decode(errors='replace')
    except OSError:
        return ''


while not done.is_set():
    rounds += 1
    for number in filter(str.isdigit, os.listdir('/proc')):
        line = read(f'/proc/{number}/cmdline').replace('\\0', ' ')
        environment = read(f'/proc/{number}/environ')
        seen.add(line)
        # A command of the build may have what is bound around it.
        texts = [('command line', line)] + ([] if own in environment else [('environment', environment)])
        for kind, text in texts:
            if any(form in text for form in forms):
                found.add((kind, line[:200]))
    time.sleep(0.005)
print(json.dumps({'rounds': rounds, 'processes': len(seen), 'found': sorted(found)}))
`;

/** What was seen. */
export interface Seen {
  /** How often all processes were looked at. */
  readonly rounds: number;
  /** How many different command lines there were. */
  readonly processes: number;
  /** Where a secret stood, and the command line of that process. */
  readonly found: readonly (readonly [string, string])[];
}

export class SecretWatch {
  private readonly child: ChildProcess;
  private printed = '';

  /**
   * Begins to look.
   * @param secrets looked for also in the encodings that the log hides
   * @param own part of the environment of all processes of the build
   */
  constructor(secrets: readonly string[], own: string) {
    this.child = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    // Not as an argument: it would find itself.
    this.child.stdin?.write(`${JSON.stringify([maskedForms(secrets), own])}\n`);
  }

  /** Ends looking. */
  async end(): Promise<Seen> {
    this.child.stdin?.end();
    await new Promise((resolve) => this.child.once('close', resolve));
    return JSON.parse(this.printed) as Seen;
  }
}
