import type { GlobalVariableModel } from '../../src/model/model';
import { isGenerated } from '../../src/outputs/header';
import { helpText } from '../../src/outputs/help';

const model: GlobalVariableModel = {
  name: 'gigScan',
  source: 'vars/gigScan.ts',
  summary: 'Scans an image of <registry>/<name> when a<b',
  examples: ["gigScan(\n    image: 'a',\n)"],
  returns: 'path of the report',
  parameters: [
    { name: 'image', summary: 'Full reference.', type: { kind: 'string' }, required: true },
    {
      name: 'trivy',
      summary: 'How to scan',
      required: false,
      defaultValue: {},
      type: {
        kind: 'group',
        canBeFalse: true,
        parameters: [
          {
            name: 'severity',
            summary: 'What counts.',
            required: false,
            defaultValue: ['HIGH', 'CRITICAL'],
            type: {
              kind: 'list',
              element: { kind: 'literals', values: ['LOW', 'HIGH', 'CRITICAL'] },
              minItems: 1,
              uniqueItems: true,
            },
          },
        ],
      },
    },
    {
      name: 'stages',
      summary: 'Where to go.',
      required: false,
      type: {
        kind: 'list',
        element: {
          kind: 'group',
          canBeFalse: false,
          parameters: [
            {
              name: 'name',
              summary: 'Its name.',
              type: { kind: 'string', pattern: '^[a-z]+$', maxLength: 9 },
              required: true,
            },
            {
              name: 'port',
              summary: 'Its port.',
              type: { kind: 'integer', minimum: 1, maximum: 9 },
              required: false,
              defaultValue: 0,
            },
          ],
        },
      },
    },
    {
      name: 'labels',
      summary: 'Labels.',
      required: false,
      defaultValue: { a: 'b' },
      type: { kind: 'record', value: { kind: 'string' } },
    },
    { name: 'fast', summary: 'Is it fast?', required: false, defaultValue: false, type: { kind: 'boolean' } },
    { name: 'ratio', summary: 'A ratio.', required: false, type: { kind: 'number', minimum: 0.5 } },
  ],
};

test('the whole text', () => {
  expect(helpText(model)).toBe(`Scans an image of ‹registry›/‹name› when a< b.

Example:

    gigScan(
        image: 'a',
    )

Parameters:

- image (string, required): Full reference.
- trivy (map, or false, optional): How to scan.
- trivy.severity (list of 'LOW', 'HIGH' or 'CRITICAL' with at least 1 item without repetition, default ['HIGH', 'CRITICAL']): What counts.
- stages (list of maps, optional): Where to go.
- stages[].name (string matching ^[a-z]+$ of at most 9 characters, required): Its name.
- stages[].port (whole number from 1 to 9, default 0): Its port.
- labels (map with free names and strings, default [a: 'b']): Labels.
- fast (true or false, default false): Is it fast?
- ratio (number of at least 0.5, optional): A ratio.

Returns path of the report.

Generated from vars/gigScan.ts by gig-ci. Change that file, not this one.
`);
});

test('a global variable without parameters says so, and the line of the build is recognised', () => {
  const text = helpText({ ...model, parameters: [], examples: [] });
  expect(text).toContain('\n\nIt takes no parameters.\n\n');
  expect(isGenerated(text)).toBe(true);
});

test('Safe HTML shows the whole text: it has no tag and no entity', () => {
  expect(helpText(model)).not.toMatch(/<[a-z/!]|&/i);
});
