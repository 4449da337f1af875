/** What the library says about its global variables holds: examples are correct calls, defaults are allowed values. */
import { join } from 'node:path';
import { loadProject } from '../../src/compiler/load';
import { JenkinsfileError } from '../../src/direct/jenkinsfile';
import { readCall, type ReadCall } from '../direct/read-call';
import type { ParameterModel, TypeModel } from '../../src/model/model';
import { readScripts } from '../../src/model/scripts';
import { readGlobalVariables } from '../../src/model/global-variables';
import { normalise } from '../../src/outputs/arguments';
import { callReport } from '../../src/outputs/call-report';

const project = join(__dirname, '../..');
const { models, diagnostics } = readGlobalVariables(loadProject(project));

/** All parameters, also those inside groups. */
function everyParameter(parameters: readonly ParameterModel[]): readonly ParameterModel[] {
  return parameters.flatMap((parameter) => [parameter, ...everyParameter(inner(parameter.type))]);
}

function inner(type: TypeModel): readonly ParameterModel[] {
  if (type.kind === 'group') return type.parameters;
  return type.kind === 'list' ? inner(type.element) : [];
}

/** The call of an example; `undefined` where an example uses what another one returned, or what only a run knows. */
function literalCall(example: string): ReadCall | undefined {
  if (/\benv\./.test(example)) return undefined;
  try {
    return readCall(`@Library('gig-ci@v1') _\n${example}`);
  } catch (error) {
    if (error instanceof JenkinsfileError) return undefined;
    throw error;
  }
}

test('the definitions and the scripts have no diagnostics', () => {
  expect([...diagnostics, ...readScripts(project).diagnostics]).toEqual([]);
});

describe.each(models.map((model) => [model.name, model] as const))('%s', (name, model) => {
  test('examples are correct calls', () => {
    for (const example of model.examples) {
      const call = literalCall(example);
      if (call === undefined) {
        expect(example).toContain(`${name}(`);
        continue;
      }
      expect(call.name).toBe(name);
      expect(callReport(model, normalise(call.arguments)).problems).toBe('');
    }
  });

  test('defaults are allowed values', () => {
    for (const parameter of everyParameter(model.parameters)) {
      const { defaultValue } = parameter;
      if (defaultValue === undefined) continue;
      const alone = { ...parameter, requires: [] };
      expect(callReport({ name, parameters: [alone] }, { [parameter.name]: defaultValue }).problems).toBe('');
    }
  });
});
