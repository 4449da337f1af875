/** How a step is named in a report. */
import type { StepEvent } from '../simulator/record';

const longestCommand = 60;

/**
 * What a person calls the step: the script it runs, else the first line of its command, else the step itself.
 * `run-tests.sh`, `sh docker load`, `waitForQualityGate`.
 */
export function describeStep(event: Pick<StepEvent, 'operation' | 'arguments'>): string {
  const { label, script } = event.arguments;
  if (typeof label === 'string') {
    return label;
  }
  if (typeof script === 'string') {
    return `${event.operation} ${shorten(script.trim().split('\n')[0] ?? '')}`;
  }
  return event.operation;
}

function shorten(text: string): string {
  return text.length <= longestCommand ? text : `${text.slice(0, longestCommand - 1)}…`;
}
