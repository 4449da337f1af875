/** What the simulator asks of a program, as data: one generator makes the requests, a driver of each kind carries them out. */
import type { Environment } from './environment';
import type { Context, Outcome, Program, Signal, ThreadId } from './program';

/** What the program is asked to do next; it answers with a {@link Signal} of the same thread. */
export type ProgramRequest =
  | { readonly kind: 'start'; readonly context: Context }
  | {
      readonly kind: 'resume';
      readonly thread: ThreadId;
      readonly outcome: Outcome;
      readonly context: Context;
    }
  | {
      readonly kind: 'startBody';
      readonly thread: ThreadId;
      readonly parent: ThreadId;
      readonly ordinal: number;
      readonly context: Context;
    };

/** Time has to pass, or something has to come from outside, before anything goes on. */
export interface Wait {
  readonly kind: 'wait';
  readonly until: Promise<void>;
}

/** Puts a request to a program. */
export function ask<Answer extends Signal | Promise<Signal>>(
  program: Program<Answer>,
  request: ProgramRequest,
): Answer {
  switch (request.kind) {
    case 'start':
      return program.start(request.context);
    case 'resume':
      return program.resume(request.thread, request.outcome, request.context);
    case 'startBody':
      return program.startBody(request.thread, request.parent, request.ordinal, request.context);
  }
}

/** The context of one request. The environment is spelt out on demand: few programs read it, and it takes as long as a step. */
export class ThreadContext implements Context {
  constructor(
    readonly time: number,
    private readonly layers: Environment,
    readonly build: Context['build'],
  ) {}

  get environment(): Context['environment'] {
    return this.layers.variables;
  }

  /** For a program in another process: JSON leaves out what is computed on demand. */
  toJSON(): Context {
    const { time, environment, build } = this;
    return { time, environment, build };
  }
}
