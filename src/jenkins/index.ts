/**
 * The catalogue: every Pipeline step and describable that gig-ci knows, by name. The entries stand in `steps/`; from them
 * and from `primitives.d.ts` comes the module `gig-ci/jenkins` that authors import. What a step does, the simulator says.
 */
import { basicSteps } from './steps/basic';
import { flowSteps } from './steps/flow';
import { reportSteps } from './steps/reports';
import { sourceSteps } from './steps/source';
import type { CatalogueEntry, DescribableDefinition, StepDefinition } from './steps/step';

/** When the plugin sources behind the entries were read. */
export const CATALOGUE_DATE = 'June to August 2026';

export const catalogue: readonly CatalogueEntry[] = [
  ...basicSteps,
  ...flowSteps,
  ...sourceSteps,
  ...reportSteps,
];

export const steps: ReadonlyMap<string, StepDefinition> = new Map(
  catalogue.flatMap((entry) => (entry.kind === 'step' ? [[entry.name, entry] as const] : [])),
);

export const describables: ReadonlyMap<string, DescribableDefinition> = new Map(
  catalogue.flatMap((entry) => (entry.kind === 'describable' ? [[entry.name, entry] as const] : [])),
);
