/** Runs a small global variable in the direct world, straight from its text. */
import { callScript } from './call-script';
import { analyse } from '../../src/compiler/analysis/analyse';
import { loadSources } from '../../src/compiler/load';
import { loadDirectLibrary } from '../../src/direct';
import type { GlobalVariableModel, ScriptModel } from '../../src/model/model';
import type { Value } from '../../src/simulator/program';
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { simulate } from '../../src/simulator/simulate';

interface DirectRun {
  readonly scenario?: Scenario;
  readonly arguments?: { readonly [name: string]: Value };
  readonly scripts?: readonly { readonly model: ScriptModel; readonly text: string; readonly path: string }[];
  /** Text of `resources/scripts.d.ts`. */
  readonly declarations?: string;
}

/** Runs `vars/gigTest.ts`; its parameters are not checked against a model. */
export function runDirect(
  source: string,
  { scenario = {}, scripts = [], ...run }: DirectRun = {},
): RunRecord {
  const texts = new Map([['vars/gigTest.ts', source]]);
  if (run.declarations !== undefined) texts.set('resources/scripts.d.ts', run.declarations);
  const analysis = analyse(loadSources('/project', texts));
  const names = Object.keys(run.arguments ?? {});
  const model: GlobalVariableModel = {
    name: 'gigTest',
    source: 'vars/gigTest.ts',
    summary: 'Test.',
    parameters: names.map((name) => ({ name, summary: name, type: { kind: 'string' }, required: false })),
    examples: [],
  };
  const library = loadDirectLibrary(
    analysis,
    [model],
    scripts.map((script) => script.model),
  );
  const script = callScript('gigTest', run.arguments ?? {}, 'Jenkinsfile:2');
  return simulate(library.program(script), { scenario, scripts });
}

/** The steps of a run in short: `echo hello`, `sh make`. */
export function steps(record: RunRecord): string[] {
  return record.events.map(({ operation, arguments: given }) => {
    const first = Object.values(given).find((value) => typeof value === 'string' && value !== '<body>');
    return typeof first === 'string' ? `${operation} ${first}` : operation;
  });
}
