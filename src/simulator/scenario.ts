/** A scenario: what surrounds a run. Schema: `scenario.schema.json`; every part has a default. */
import type { Value } from './program';

export { readScenario } from './read-scenario';
export { ScenarioError } from './scenario-error';

/** Kind of a credential: which binding of credentials-binding takes it. */
export type CredentialType = 'text' | 'usernamePassword' | 'file' | 'aws';

/** What commands answer, and how long they take; the first rule that fits counts. */
export interface CommandRule {
  /** Name of a resource script (`trivy-scan.sh`), or text that the command contains. */
  readonly command: string;
  /** Only this call of all that match, counted from 1. None: every call. */
  readonly call?: number;
  /** Exit code (0). */
  readonly exit?: number;
  /** What it prints on standard output. */
  readonly output?: string;
  /** Values for the `@out` lines of a resource script. */
  readonly outputs?: { readonly [name: string]: Value };
  /** How long it takes in virtual seconds (1). */
  readonly seconds?: number;
}

/** What a scenario file may say. */
export interface Scenario {
  /** Another scenario file, relative to this one: what is left out here is as it says there; rules of both apply, these first. */
  readonly extends?: string;
  /** Where the schema is, for editors. */
  readonly $schema?: string;
  /** BRANCH_NAME; `null` for a job that has none (`main`). */
  readonly branch?: string | null;
  /** TAG_NAME of a tag build. */
  readonly tag?: string;
  readonly pullRequest?: { readonly id: number; readonly target: string; readonly fork: boolean };
  readonly buildNumber?: number;
  /** JOB_NAME. */
  readonly job?: string;
  /** Commit that `checkout scm` finds, 40 hexadecimal digits. */
  readonly commit?: string;
  /** Environment of the controller and the job. */
  readonly environment?: { readonly [name: string]: string };
  /** `params` of the build. */
  readonly parameters?: { readonly [name: string]: string | number | boolean };
  /** Credentials by id; any other id is unknown. Left out: every id exists and fits. */
  readonly credentials?: { readonly [id: string]: { readonly type: CredentialType } };
  /** Tools on the agent's PATH; any other answers 127. Left out: every tool exists. */
  readonly tools?: readonly string[];
  /** Steps, and bindings of credentials such as `aws`, whose plugin is not installed. */
  readonly missingSteps?: readonly string[];
  /** Files of the workspace, by path: what `fileExists` and `readFile` find. */
  readonly files?: { readonly [path: string]: string };
  /** The first rule that matches answers. */
  readonly commands?: readonly CommandRule[];
  /** What `junit` counts (all zero). */
  readonly testResults?: { readonly passed?: number; readonly failed?: number; readonly skipped?: number };
  /** What `waitForQualityGate` answers (OK), and after how many virtual seconds (5); `never`: no answer. */
  readonly qualityGate?: {
    readonly status?: 'OK' | 'WARN' | 'ERROR' | 'NONE';
    readonly seconds?: number | 'never';
  };
  /** The build is aborted when its n-th step begins, counted from 1 in the order of the record. */
  readonly abortAtStep?: number;
  /** The agent is lost when the n-th step begins: what runs in that step's `node` is interrupted. Outside `node` nothing happens. */
  readonly agentLostAtStep?: number;
  /** A newer build has passed the milestone already: this one is superseded there. */
  readonly superseded?: boolean;
  /** Permutes steps that are due at the same virtual time (0). */
  readonly seed?: number;
}
