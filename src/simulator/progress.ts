/** What a run tells while it goes on: for the terminal, which shows stages as they begin. */
import type { ThreadId } from './program';
import type { BuildResult, StageRecord, StepEvent } from './record';

/** A step that has begun and not ended. */
export type StepBeginning = Omit<StepEvent, 'ended' | 'outcome'>;

/** Times are milliseconds since the start of the run. */
export type Progress =
  | { readonly kind: 'stageBegan'; readonly name: string; readonly thread: ThreadId; readonly began: number }
  | {
      readonly kind: 'stageSkipped';
      readonly name: string;
      readonly thread: ThreadId;
      readonly reason: string;
    }
  | { readonly kind: 'stageEnded'; readonly stage: StageRecord }
  | { readonly kind: 'stepBegan'; readonly event: StepBeginning }
  | { readonly kind: 'stepEnded'; readonly event: StepEvent }
  /** A line of the log; `thread`: whose step has printed it. */
  | { readonly kind: 'line'; readonly text: string; readonly time: number; readonly thread?: ThreadId }
  | { readonly kind: 'ended'; readonly result: BuildResult; readonly duration: number };

/** Hears what happens in a run while it happens. */
export type ProgressListener = (progress: Progress) => void;
