/** Runs `gigRouterPipeline` of this library with the example's scenario, in both worlds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Value } from '../../src/simulator/program';
import type { RunRecord, StepEvent } from '../../src/simulator/record';
import { readScenario, type CommandRule, type Scenario } from '../../src/simulator/scenario';
import { openLibrary } from '../../src/testing/library';
import { describeInBothWorlds } from '../support';

const root = join(__dirname, '..', '..');
const example = join(root, 'examples', 'gig-route');

const scenarioOfExample = readScenario(readFileSync(join(example, 'scenario.json'), 'utf8'), 'scenario.json');

/** The documented environment, branch main, build 42, with the service in backend/, as in a repository of its own. */
export const documented: Scenario = {
  ...scenarioOfExample,
  files: Object.fromEntries(
    Object.entries(scenarioOfExample.files ?? {}).map(([path, text]) => [
      path.replace('examples/gig-route/', ''),
      text,
    ]),
  ),
};

/** The documented line. */
export const oneLine =
  "gigRouterPipeline(ecrRepo: 'gig-route-backend', apps: ['users', 'gigs', 'venues', 'ai_services', 'notifications'])";

/** The line for one app with further arguments: `lineWith("trivy: false")`. */
export function lineWith(parameters: string): string {
  return `gigRouterPipeline(ecrRepo: 'gig-route-backend', apps: ['users'], ${parameters})`;
}

export const stageNames = [
  'Checkout',
  'Start Real DB for Tests',
  'Setup Python',
  'Validate Database Connection',
  'Check Migration Folders',
  'Create Missing Migrations',
  'Build Django',
  'Run All Tests',
  'SonarQube Analysis',
  'SonarQube Quality Gate',
  'OWASP Dependency Check',
  'Kaniko Build (to tar)',
  'Load Image for Trivy Scan',
  'Trivy Security Scan',
  'Build & Upload Python Package to Nexus',
  'Push to ECR',
] as const;

/** Runs the pipeline. */
interface Pipeline {
  /** Runs a call in the world of the suite. */
  run(call?: string, scenario?: Scenario): Promise<RunRecord>;
  /** Runs in Node alone, where a run takes milliseconds. */
  runDirect(call?: string, scenario?: Scenario): RunRecord;
}

/** Defines tests of the library as it is, in both worlds. */
export function describePipeline(name: string, tests: (pipeline: Pipeline) => void): void {
  describeInBothWorlds(
    name,
    () => openLibrary(root),
    (run, runDirect) => {
      tests({
        run: (call = oneLine, scenario) => run(call, inScenario(scenario)),
        runDirect: (call = oneLine, scenario) => runDirect(call, inScenario(scenario)),
      });
    },
    // A restart of this library takes a tenth of a second: restarts.test.ts has one run of it, and `npm run test:thorough` all.
    () => [],
  );
}

/** Rules of a test go first; the example's durations stay. */
function inScenario(scenario: Scenario = {}): Scenario {
  return {
    ...documented,
    ...scenario,
    commands: [...(scenario.commands ?? []), ...(documented.commands ?? [])],
  };
}

/** A rule that makes a script fail. */
export function failing(command: string): { readonly commands: readonly CommandRule[] } {
  return { commands: [{ command, exit: 1 }] };
}

/** A rule that makes a script answer. */
export function answering(
  command: string,
  outputs: NonNullable<CommandRule['outputs']>,
): { readonly commands: readonly CommandRule[] } {
  return { commands: [{ command, outputs }] };
}

/** The resource scripts that began, in order. */
export function scriptsOf(record: RunRecord): string[] {
  return scriptEvents(record).map(nameOfScript);
}

/** The runs of resource scripts. */
export function scriptEvents({ events }: RunRecord): StepEvent[] {
  return events.filter(({ operation, arguments: given }) => operation === 'sh' && 'label' in given);
}

function nameOfScript({ arguments: { label } }: StepEvent): string {
  return typeof label === 'string' ? label : '';
}

/** The entries `NAME=value` of a `withEnv`; none of any other step. */
export function overridesOf({ arguments: { overrides } }: StepEvent): string[] {
  return elementsOf(overrides).filter((entry) => typeof entry === 'string');
}

function elementsOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** What an event's script was given: the variables of the `withEnv` around it. */
export function inputsOf(record: RunRecord, script: string): { readonly [name: string]: string } {
  const event = scriptEvents(record).find((candidate) => nameOfScript(candidate) === script);
  if (event === undefined) throw new Error(`${script} did not run`);
  const around = record.events.filter(
    ({ operation, thread, sequence }) =>
      operation === 'withEnv' && event.thread.startsWith(`${thread}/${sequence}.`),
  );
  return Object.fromEntries(
    around
      .flatMap(overridesOf)
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}

/** Ids of the credentials that were bound. */
export function boundCredentials({ events }: RunRecord): Value[] {
  return events
    .filter(({ operation }) => operation === 'withCredentials')
    .flatMap(({ arguments: { bindings } }) => elementsOf(bindings))
    .map((binding) => propertyOf(binding, 'credentialsId'));
}

function propertyOf(value: Value, key: string): Value {
  return typeof value === 'object' && value !== null && !isList(value) ? (value[key] ?? null) : null;
}

/** What was published, in order. */
export function published({ events }: RunRecord): string[] {
  return events.flatMap(({ effects }) => effects?.publishes ?? []);
}

/** What is acquired and not released by a later script that ended well. */
export function held({ events }: RunRecord): string[] {
  const open = new Set<string>();
  for (const { effects, outcome } of events) {
    for (const kind of effects?.acquires ?? []) open.add(kind);
    if (outcome.kind === 'value') for (const kind of effects?.releases ?? []) open.delete(kind);
  }
  return [...open];
}

/** Status of each notification, in order. */
export function notified({ sent }: RunRecord): Value[] {
  return sent.map(({ value }) => propertyOf(value, 'status'));
}

/** Why stages did nothing, by name. */
export function skipped({ stages }: RunRecord): { readonly [stage: string]: string } {
  return Object.fromEntries(
    stages.flatMap(({ name, skipped: reason }) => (reason === undefined ? [] : [[name, reason]])),
  );
}
