import {
  currentBuild,
  echo,
  env,
  node,
  script,
  withDeadline,
  withSecretText,
  type Outcome,
} from 'gig-ci/jenkins';
import { heldAgent } from './shared/agents';
import type { BuildState } from './shared/builds';

/** Where notifications go; the group `notify` of a pipeline. */
export interface NotifyTarget {
  /**
   * Address of the webhook, which is not shown anywhere.
   * @secret
   * @environment GIG_NOTIFY_URL
   * @example https://chat.example.com/hooks/builds
   */
  url?: string;
  /**
   * Id of a secret text that holds the address, when it is a secret. It wins over `url`.
   * @credentials text
   */
  credentialsId?: string;
  /**
   * Outcomes that are worth a notification.
   * @uniqueItems
   */
  on?: ('success' | 'unstable' | 'failure' | 'aborted')[];
}

/** Parameters of {@link gigNotify}. */
export interface NotifyParameters extends NotifyTarget {
  /** How the build ended. */
  status: 'SUCCESS' | 'UNSTABLE' | 'FAILED' | 'ABORTED';
  /** Repository of the image, without a tag. */
  image?: string;
  /** Tag of the image. */
  tag?: string;
}

/**
 * Tells a webhook how the build ended: JSON with the keys status, job, build, image, tag and url. Needs an agent with
 * curl and takes a minute at most. A notification that fails is said in the log and changes nothing else.
 * @returns whether there is nothing left to do: it was delivered, or nobody wants it
 * @example gigNotify(status: 'SUCCESS', image: 'registry.example.com/orders', tag: '42-a3f5c21')
 */
export default function gigNotify(notification: NotifyParameters): boolean {
  const answer = ask(notification);
  return answer === 'delivered' || answer === 'unwanted';
}

/** The same with what came of it: `refused` by the webhook, or `unreachable`, because the agent could not even ask. */
export function ask(notification: NotifyParameters): 'delivered' | 'unwanted' | 'refused' | 'unreachable' {
  const reason = silence(notification);
  if (reason !== '') {
    echo(`No notification: ${reason}`);
    return 'unwanted';
  }
  const { status, image = '', tag = '', url, credentialsId } = notification;
  const payload = JSON.stringify({
    status,
    job: env.JOB_NAME ?? '',
    build: `${currentBuild.number}`,
    image,
    tag,
    url: env.BUILD_URL ?? '',
  });
  try {
    const { problem } =
      credentialsId === undefined
        ? script('notify.sh', { PAYLOAD: payload, URL: url ?? env.GIG_NOTIFY_URL })
        : withSecretText(credentialsId, (webhook) =>
            script('notify.sh', { PAYLOAD: payload, WEBHOOK: webhook }),
          );
    if (problem.length > 0) {
      echo(`The notification was not delivered: ${problem.join(' ')}`);
    }
    return problem.length === 0 ? 'delivered' : 'refused';
  } catch (error) {
    if (!(error instanceof Error)) {
      return 'unreachable';
    }
    echo(`The notification was not delivered: ${error.message}`);
    // A command that fails has run; whatever else goes wrong, the agent is lost.
    return error.message.startsWith('script returned exit code') ? 'refused' : 'unreachable';
  }
}

/** Tells how the build ended, and remembers that it was heard. */
export function announce(build: BuildState, outcome: Outcome, notify: false | NotifyTarget): void {
  if (notify === false) {
    echo('No notification: notify is off');
  } else {
    const answer = ask({ ...notify, status: outcome, image: build.image, tag: build.tag });
    // A lost agent fails in many ways; then another one asks, behind the last attempt.
    build.attempted = answer === 'unreachable' ? '' : outcome;
  }
}

/**
 * The same for a build that has no agent (any more): from the one that its Jenkinsfile holds, else from one of its own, for which it waits
 * a few minutes. Never fails.
 */
export function fromAnyAgent(notification: NotifyParameters, label: string): void {
  const reason = silence(notification);
  if (reason !== '') {
    echo(`No notification: ${reason}`);
    return;
  }
  // The agent that is held may be the one that was lost.
  if (heldAgent(label, env.NODE_NAME, env.NODE_LABELS).fits && ask(notification) !== 'unreachable') {
    return;
  }
  try {
    withDeadline(
      5,
      'The notification',
      'An agent must be free, and reach the address of the webhook.',
      () => {
        node(label, () => {
          gigNotify(notification);
        });
      },
    );
  } catch (error) {
    if (error instanceof Error) {
      echo(`The notification was not delivered: ${error.message}`);
    }
  }
}

/** Why there is nothing to send; `''` when there is. */
function silence({
  status,
  url,
  credentialsId,
  on = ['success', 'unstable', 'failure', 'aborted'],
}: NotifyParameters): string {
  const isWanted =
    status === 'FAILED' ? on.includes('failure') : on.some((outcome) => outcome.toUpperCase() === status);
  if (!isWanted) {
    return `notify.on leaves ${status} out`;
  }
  if (credentialsId === undefined && (url ?? env.GIG_NOTIFY_URL ?? '') === '') {
    return 'set notify.url, notify.credentialsId, or GIG_NOTIFY_URL in the environment of Jenkins';
  }
  return credentialsId !== undefined && env.CHANGE_FORK !== undefined
    ? 'a pull request from a fork binds no credential'
    : '';
}
