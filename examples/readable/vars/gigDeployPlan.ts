import { echo } from 'gig-ci/jenkins';

/** Parameters of {@link gigDeployPlan}. */
export interface DeployPlanParameters {
  /** Name of the service. */
  service: string;
  /** Where it goes. */
  target?: 'staging' | 'production';
  /** How many instances run; production has two at least. */
  replicas?: number;
  /** Registry of the image. */
  registry?: string;
  /** Changes nothing. */
  dryRun?: boolean;
  /** Where to say so; false says it nowhere. */
  notify?:
    | {
        /** Channel of the chat. */
        channel?: string;
      }
    | false;
}

/** What a deployment does. */
export interface DeployPlan {
  image: string;
  replicas: number;
  channel: string;
}

/**
 * Says what a deployment would do, with everything that a call leaves out.
 * @returns what it would do
 * @example gigDeployPlan(service: 'orders', target: 'production', replicas: 3)
 */
export default function gigDeployPlan(parameters: DeployPlanParameters): DeployPlan {
  const { service, target = 'staging', registry = '', dryRun = false, notify = {} } = parameters;
  const atLeast = target === 'production' ? 2 : 1;
  const replicas = Math.max(parameters.replicas ?? atLeast, atLeast);
  const channel = notify === false ? '' : (notify.channel ?? `#${service}`);

  if (dryRun) {
    echo(`${service} would go to ${target}`);
  } else if (channel !== '') {
    echo(`${channel}: ${service} goes to ${target} with ${replicas} instances`);
  }
  return { image: registry === '' ? service : `${registry}/${service}`, replicas, channel };
}
