/** A library with a parameter of every kind, for the tests of the check. */
import { CheckedLibrary } from '../../src/check/library';
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../../src/model/model';

const text: TypeModel = { kind: 'string' };

function parameter(name: string, type: TypeModel, required = false): ParameterModel {
  return { name, type, required, summary: `Value of ${name}.` };
}

function variable(name: string, ...parameters: readonly ParameterModel[]): GlobalVariableModel {
  return { name, source: `vars/${name}.ts`, summary: 'Does it.', parameters, examples: [] };
}

/** The variables `gigDeploy`, with all kinds of parameters, and `gigNotify`, with none that is required. */
export function testLibrary(...tags: readonly string[]): CheckedLibrary {
  const severities = ['LOW', 'HIGH', 'CRITICAL'];
  const scan: TypeModel = {
    kind: 'group',
    canBeFalse: true,
    parameters: [
      parameter('severity', {
        kind: 'list',
        element: { kind: 'literals', values: severities },
        minItems: 1,
        uniqueItems: true,
      }),
      parameter('gate', { kind: 'literals', values: ['report', 'fail'] }, true),
    ],
  };
  return new CheckedLibrary(
    'gig-ci',
    [
      variable(
        'gigDeploy',
        parameter('repository', { kind: 'string', pattern: '^[a-z-]+$', minLength: 2, maxLength: 20 }, true),
        parameter('apps', { kind: 'list', element: text, uniqueItems: true }),
        parameter('replicas', { kind: 'integer', minimum: 1, maximum: 9 }),
        parameter('ratio', { kind: 'number' }),
        parameter('dryRun', { kind: 'boolean' }),
        parameter('labels', { kind: 'record', value: text }),
        parameter('scan', scan),
      ),
      variable(
        'gigNotify',
        parameter('status', { kind: 'literals', values: ['SUCCESS', 'FAILURE'] }),
        { ...parameter('address', text), formerly: ['webhook'], conflicts: ['body'] },
        parameter('body', { kind: 'closure' }),
      ),
    ],
    () => tags,
  );
}
