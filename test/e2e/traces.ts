/** What a build may leave on a machine, found by looking at the machine: in Docker, among processes, in folders. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Service } from './service';
import type { World } from './world';

/** Everything of it is empty when nothing is left. */
export interface Left {
  readonly containers: readonly string[];
  /** Without a name, as a database has one. */
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  readonly imageNames: readonly string[];
  readonly processes: readonly string[];
  readonly workspaces: readonly string[];
  readonly temporaryFiles: readonly string[];
  /** Files of the user where a login could have got. */
  readonly logins: readonly string[];
}

export const nothing: Left = {
  containers: [],
  volumes: [],
  networks: [],
  imageNames: [],
  processes: [],
  workspaces: [],
  temporaryFiles: [],
  logins: [],
};

/** Watches the builds of a service. Others may use the same Docker meanwhile: theirs is told apart by the labels of the builds. */
export class Traces {
  private readonly events: ChildProcess;
  private printed = '';

  /**
   * What is there already is not left by a build.
   * @param service whose builds are watched
   * @param temporary folder that is TMPDIR of the builds
   */
  static async begin(world: World, service: Service, temporary: string): Promise<Traces> {
    return new Traces(world, service, temporary, [...(await networks(world)), ...(await imageNames(world))]);
  }

  private constructor(
    private readonly world: World,
    private readonly service: Service,
    private readonly temporary: string,
    private readonly others: readonly string[],
  ) {
    const words = ['events', '--format={{json .}}', '--filter=type=container', '--filter=type=volume'];
    this.events = spawn('docker', words, {
      env: { ...process.env, ...world.engine.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.events.stdout?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
  }

  close(): void {
    this.events.kill();
  }

  /** Containers of the builds so far, also those that are gone. */
  containers(): readonly string[] {
    return this.all()
      .filter(
        ({ Type, Action, Actor }) =>
          Type === 'container' && Action === 'create' && this.isOurs(Actor.Attributes),
      )
      .map(({ Actor }) => Actor.ID);
  }

  /** What is left now. */
  async left(): Promise<Left> {
    const { engine, registry } = this.world;
    const isNew = (name: string): boolean => !this.others.includes(name);
    const containers = this.containers();
    const volumes = this.all()
      .filter(
        ({ Type, Action, Actor }) =>
          Type === 'volume' && Action === 'mount' && containers.includes(Actor.Attributes['container'] ?? ''),
      )
      .map(({ Actor }) => Actor.ID)
      .filter((name) => /^[0-9a-f]{64}$/.test(name));
    const stillThere = async (names: readonly string[], ...words: readonly string[]): Promise<string[]> => {
      const answers = await Promise.all(names.map((name) => engine.attempt(...words, name)));
      return names.filter((_, index) => answers[index]?.status === 0);
    };
    const workspaces = join(this.service.state, 'workspace');
    return {
      containers: await stillThere(containers, 'container', 'inspect'),
      volumes: await stillThere(volumes, 'volume', 'inspect'),
      networks: (await networks(this.world)).filter(isNew),
      imageNames: (await imageNames(this.world)).filter(isNew),
      processes: this.processes(),
      workspaces: existsSync(workspaces) ? readdirSync(workspaces) : [],
      temporaryFiles: readdirSync(this.temporary),
      logins: ['.docker/config.json', '.netrc', '.pypirc', '.aws/credentials'].filter((file) =>
        readable(join(homedir(), file)).includes(registry.host),
      ),
    };
  }

  /** Processes that a build has started: their environment names the folder of its builds. */
  private processes(): readonly string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((name) => readable(`/proc/${name}/environ`).includes(this.service.state))
      .map((name) => readable(`/proc/${name}/cmdline`).replaceAll('\0', ' '));
  }

  private isOurs(attributes: { readonly [name: string]: string }): boolean {
    return attributes['io.gig-ci.build']?.includes(this.service.state) === true;
  }

  private all(): readonly DockerEvent[] {
    const lines = this.printed.slice(0, this.printed.lastIndexOf('\n') + 1).split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as DockerEvent);
  }
}

async function networks({ engine }: World): Promise<readonly string[]> {
  const names = await engine.docker('network', 'ls', '--format={{.Name}}', '--filter=name=gig-ci');
  return names.split('\n').filter((name) => name !== '');
}

async function imageNames({ engine, registry }: World): Promise<readonly string[]> {
  const names = await engine.docker('images', '--format={{.Repository}}:{{.Tag}}');
  return names.split('\n').filter((name) => name.startsWith(registry.host));
}

interface DockerEvent {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: { readonly [name: string]: string } };
}

/** The text of a file; `''` where it cannot be read, e.g. because its process has ended. */
function readable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
