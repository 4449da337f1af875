import { print } from '../../src/groovy';
import type { ParameterModel, GlobalVariableModel, TypeModel } from '../../src/model/model';
import { isGenerated } from '../../src/outputs/header';
import { definitionClass } from '../../src/outputs/parameter-definition';

function parameter(name: string, type: TypeModel, required = false): ParameterModel {
  return { name, summary: `Says ${name}.`, type, required };
}

function group(...parameters: readonly ParameterModel[]): TypeModel {
  return { kind: 'group', parameters, canBeFalse: false };
}

function model(...parameters: readonly ParameterModel[]): GlobalVariableModel {
  return { name: 'gigScan', source: 'vars/gigScan.ts', summary: 'Scans.', parameters, examples: [] };
}

test('the whole file', () => {
  const text = print(
    definitionClass(
      model(
        parameter('image', { kind: 'string', pattern: "^it's$", minLength: 1, maxLength: 9 }, true),
        parameter('gate', { kind: 'literals', values: ['report', 'fail'] }),
        parameter('trivy', {
          kind: 'group',
          canBeFalse: true,
          parameters: [
            parameter('ports', {
              kind: 'list',
              element: { kind: 'integer', minimum: 1, maximum: 65535 },
              minItems: 1,
            }),
            parameter('inner', group(parameter('ratio', { kind: 'number', minimum: 0.5 }))),
          ],
        }),
        parameter('labels', { kind: 'record', value: { kind: 'string' } }),
        parameter('tags', { kind: 'list', element: { kind: 'boolean' }, uniqueItems: true }),
      ),
    ),
  ).text;
  expect(isGenerated(text)).toBe(true);
  expect(text).toMatchSnapshot();
});

test('a list longer than the engine compiles is a sum', () => {
  const values = Array.from({ length: 450 }, (_, index) => `v${index}`);
  const { text } = print(definitionClass(model(parameter('many', { kind: 'literals', values }))));
  expect(text.match(/'v\d+'/g)).toEqual(values.map((value) => `'${value}'`));
  expect(text.match(/\+/g)).toHaveLength(2);
});

test('groups whose paths make the same name get methods of their own', () => {
  const inner = group(parameter('x', { kind: 'string' }));
  const { methods } = definitionClass(
    model(parameter('a', group(parameter('bC', inner))), parameter('aB', group(parameter('c', inner)))),
  );
  expect(methods.map(({ name }) => name)).toEqual([
    'definition',
    'aParameters',
    'aBCParameters',
    'aBParameters',
    'aBCParameters2',
  ]);
});
