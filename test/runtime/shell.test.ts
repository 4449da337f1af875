import { GROOVY_TIMEOUT_MILLISECONDS } from '../support/groovy';
import { describeWithJava } from '../support/java';
import { callHelpers, type HelperCall } from './helpers';

const cases: readonly (HelperCall & { readonly expected: unknown })[] = [
  {
    helper: 'Shell.list',
    values: ['GIG_APPS', ['users', 'a b\n', '']],
    expected: { value: ['GIG_APPS_COUNT=3', 'GIG_APPS_1=users', 'GIG_APPS_2=a b\n', 'GIG_APPS_3='] },
  },
  { helper: 'Shell.list', values: ['GIG_APPS', []], expected: { value: ['GIG_APPS_COUNT=0'] } },
  {
    helper: 'Shell.environment',
    values: [{ B: 'x=y', A: 1.5, C: null, D: true }],
    expected: { value: ['B=x=y', 'A=1.5', 'D=true'] },
  },
  {
    helper: 'Shell.outputs',
    values: [
      { id: 'string', port: 'integer', found: 'boolean', files: 'list', none: 'list', absent: 'string' },
      'noise\nid=a=b\nport=-12\nfound=true\nfiles=x\nfiles=\nid=last\n',
    ],
    expected: { value: { id: 'last', port: -12, found: true, files: ['x', ''], none: [] } },
  },
  {
    helper: 'Shell.outputs',
    values: [{ port: 'integer' }, 'port=many'],
    expected: { thrown: "output port is not a whole number: 'many'" },
  },
];

describeWithJava('Shell', () => {
  test(
    'puts values into variables and reads outputs',
    async () => {
      const results = await callHelpers(cases.map(({ helper, values }) => ({ helper, values })));
      expect(results).toEqual(cases.map(({ expected }) => expected));
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
