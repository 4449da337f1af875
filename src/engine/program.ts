/** A program on the CPS engine, under the control of the simulator. */
import type { Context, Failure, Outcome, Program, Signal, ThreadId } from '../simulator/program';
import type { Answer, FailureAnswer } from './answers';
import type { Locations } from './locations';
import { EngineCrash, type EngineProcess } from './process';
import type { RunRequest } from './requests';

/** A program in the Java process, as the simulator drives it. */
export class EngineProgram implements Program<Promise<Signal>> {
  /**
   * @param isLoaded whether the process still has this program: loading another replaces it
   * @param limit milliseconds that a thread may run without a step
   */
  constructor(
    private readonly process: EngineProcess,
    private readonly locations: Locations,
    private readonly isLoaded: () => boolean,
    private readonly limit: number,
  ) {}

  start(context: Context): Promise<Signal> {
    return this.run({ operation: 'start', context });
  }

  resume(thread: ThreadId, outcome: Outcome, context: Context): Promise<Signal> {
    return this.run({ operation: 'resume', thread, outcome, context });
  }

  startBody(thread: ThreadId, parent: ThreadId, ordinal: number, context: Context): Promise<Signal> {
    return this.run({ operation: 'startBody', thread, parent, ordinal, context });
  }

  private async run(request: RunRequest): Promise<Signal> {
    if (!this.isLoaded()) return fault('this program was replaced: the engine runs one program at a time');
    try {
      return this.toSignal(await this.process.request(request, this.limit));
    } catch (crash) {
      if (crash instanceof EngineCrash) return fault(crash.message);
      throw crash;
    }
  }

  private toSignal(answer: Answer): Signal {
    switch (answer.kind) {
      case 'step': {
        const location = this.locations.of(answer.frames);
        const { kind, name } = answer;
        return { kind, name, arguments: answer.arguments, ...(location === undefined ? {} : { location }) };
      }
      case 'ended':
        return answer.outcome.kind === 'value'
          ? { kind: 'ended', outcome: answer.outcome }
          : { kind: 'ended', outcome: { kind: 'failure', failure: this.toFailure(answer.outcome.failure) } };
      case 'loaded':
      case 'refused':
        return fault(`the engine answered '${answer.kind}' to a request to run`);
    }
  }

  private toFailure(failure: FailureAnswer): Failure {
    if (failure.kind !== 'fault') return failure;
    const location = this.locations.of(failure.frames);
    return { kind: 'fault', message: failure.message, ...(location === undefined ? {} : { location }) };
  }
}

function fault(message: string): Signal {
  return { kind: 'ended', outcome: { kind: 'failure', failure: { kind: 'fault', message } } };
}
