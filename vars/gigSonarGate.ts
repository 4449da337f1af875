import { echo, script, unstable, waitForQualityGate, withDeadline, withSonarQubeEnv } from 'gig-ci/jenkins';
import type { SonarServer } from './gigSonarAnalysis';
import { failureMessage } from './shared/messages';

/** What the verdict of SonarQube does. */
export interface SonarVerdict {
  /** What a failed gate does: fail the build, make it unstable, or nothing but a line in the log. */
  gate?: 'abort' | 'unstable' | 'report';
  /**
   * How the verdict is awaited: `webhook` waits for the server to call Jenkins, `poll` asks the server, `auto` asks until
   * the server is done and then lets Jenkins read the verdict.
   */
  wait?: 'auto' | 'webhook' | 'poll';
  /**
   * How long the server may take; being late fails the build.
   * @minimum 1
   */
  timeoutMinutes?: number;
}

/** Parameters of {@link gigSonarGate}. */
export interface SonarGateParameters extends SonarServer, SonarVerdict {}

/**
 * Waits for the verdict of SonarQube on the last {@link gigSonarAnalysis} of this build.
 * @returns what the gate says: OK, WARN, ERROR or NONE
 * @example gigSonarGate(gate: 'unstable')
 */
export default function gigSonarGate({
  server = 'sonarqube',
  gate = 'abort',
  wait = 'auto',
  timeoutMinutes = 5,
}: SonarGateParameters): string {
  const remedy =
    'Look at the background tasks of SonarQube; without sonar.wait: poll, it must call the webhook of Jenkins ' +
    '(<address of Jenkins>/sonarqube-webhook/, with the slash). sonar.timeoutMinutes allows more time.';
  const status = withDeadline(timeoutMinutes, 'The quality gate', remedy, () =>
    verdict(server, wait, timeoutMinutes),
  );
  if (status === 'ERROR') {
    const message =
      'The quality gate failed. The dashboard of SonarQube shows which condition: look for code smells, bugs and security hotspots, ' +
      'and whether the coverage reaches its minimum.';
    if (gate === 'abort') {
      throw new Error(message);
    }
    if (gate === 'unstable') {
      unstable(message);
    } else {
      echo(message);
    }
  }
  return status;
}

function verdict(server: string, wait: string, minutes: number): string {
  if (wait === 'webhook') {
    return awaitWebhook();
  }
  // Ends before the deadline does, which leaves time for the webhook and for the message.
  const asked = askServer(server, minutes * 60 - 30);
  if (wait === 'auto') {
    return awaitWebhook();
  }
  if (asked === 'PENDING') {
    throw new Error(
      'SonarQube has not processed the analysis yet: look at its background tasks; sonar.timeoutMinutes allows more time.',
    );
  }
  return asked;
}

/** Asks the server until it has processed the analysis, so that Jenkins finds the verdict without a webhook. */
function askServer(server: string, seconds: number): string {
  const { status, problem } = withSonarQubeEnv({ installationName: server, envOnly: true }, () =>
    script('sonar-task.sh', { SECONDS: seconds }),
  );
  if (problem.length > 0) {
    throw new Error(failureMessage('gigSonarGate', problem));
  }
  return status;
}

function awaitWebhook(): string {
  const { status } = waitForQualityGate({ abortPipeline: false });
  return status;
}
