/** What the formats for programs print, checked against their schemas. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { checkFile } from '../../src/check';
import { FORMATS } from '../../src/check/formats';
import type { CheckReport } from '../../src/check/report';
import { testLibrary } from './library';

const WRONG = `@Library('gig-ci') _
gigDeploy(repository: 'sh<&>"op\u0001\uD800', scan: [gaet: 'fail'], \u0001labels: [a: 'b'])
gigDeply()
`;

function reportOf(...texts: readonly string[]): CheckReport {
  const library = testLibrary();
  return {
    files: texts.map((text, index) => checkFile({ path: `ci/a b&${index}ü/Jenkinsfile`, text }, library)),
    unreadable: [
      { place: 'a <binary>', reason: 'is no text but binary', remedy: 'Name Jenkinsfiles alone.' },
    ],
    fixed: 0,
    library: '.',
    version: '1.2.3',
  };
}

const REPORTS: readonly [string, CheckReport][] = [
  ['nothing', { ...reportOf(), unreadable: [] }],
  ['a file without problems', { ...reportOf("gigDeploy(repository: 'shop')"), unreadable: [] }],
  ['problems and what cannot be read', reportOf(WRONG, WRONG)],
];

function printed(format: string, report: CheckReport): string {
  return FORMATS[format]!(report);
}

describe.each(REPORTS)('with %s', (_name, report) => {
  test('SARIF fits the schema that OASIS published', () => {
    const text = readFileSync(join(__dirname, 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8');
    const schema = JSON.parse(text) as { $schema?: string; id?: string };
    // It is written in draft 4, of which it uses nothing else that later ones have changed.
    delete schema.$schema;
    delete schema.id;
    const formats = { uri: /^[a-z]+:[\w\-.~%/:]+$/, 'uri-reference': /^[\w\-.~%/:]+$/, 'date-time': /^\d/ };
    const options = { strict: false, allErrors: true, unicodeRegExp: false, formats };
    const validate = new Ajv(options).compile(schema);
    validate(JSON.parse(printed('sarif', report)));
    expect(validate.errors).toBeNull();
  });

  test('JSON says all', () => {
    const data = JSON.parse(printed('json', report)) as { findings: unknown[]; files: unknown[] };
    expect(data.files).toHaveLength(report.files.length);
    expect(data.findings).toHaveLength(report.files.flatMap(({ findings }) => findings).length);
  });

  (hasXmllint() ? test : test.skip)('Checkstyle fits our schema', () => {
    expect(validateXml(printed('checkstyle', report))).toBe('');
  });
});

test('SARIF: rules, places and the fix', () => {
  const { runs } = JSON.parse(printed('sarif', reportOf(WRONG))) as { runs: { results: unknown[] }[] };
  expect(runs[0]?.results).toContainEqual({
    ruleId: 'misspelt',
    ruleIndex: expect.any(Number),
    level: 'error',
    message: { text: "gigDeply is no step that is known; did you mean 'gigDeploy'?" },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'ci/a%20b%260%C3%BC/Jenkinsfile' },
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
        },
      },
    ],
    fixes: [
      {
        description: { text: "Write 'gigDeploy'." },
        artifactChanges: [
          {
            artifactLocation: { uri: 'ci/a%20b%260%C3%BC/Jenkinsfile' },
            replacements: [
              {
                deletedRegion: { charOffset: WRONG.indexOf('gigDeply'), charLength: 8 },
                insertedContent: { text: 'gigDeploy' },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('Checkstyle: one line for each problem', () => {
  const text = printed('checkstyle', reportOf(WRONG));
  expect(text).toContain(
    '    <error line="2" column="23" severity="error" message="gigDeploy: repository does not match ^[a-z-]+$: \'sh&lt;&amp;&gt;&quot;op\uFFFD\uFFFD\'" source="gig-ci.pattern"/>\n',
  );
  expect(text).toContain('<file name="a &lt;binary&gt;">');
});

(hasXmllint() ? test : test.skip)('our schema refuses what is no such report', () => {
  const text = printed('checkstyle', reportOf(WRONG)).replace('severity="error"', 'severity="fatal"');
  expect(validateXml(text)).toContain("'fatal' is not an element of the set");
});

test('JSON: one finding with all that is known of it', () => {
  const { findings } = JSON.parse(printed('json', reportOf(WRONG))) as { findings: unknown[] };
  expect(findings).toContainEqual({
    file: 'ci/a b&0ü/Jenkinsfile',
    line: 2,
    column: 44,
    endLine: 2,
    endColumn: 48,
    rule: 'additionalProperties',
    severity: 'error',
    message: "is not a parameter; did you mean 'gate'?",
    call: 'gigDeploy',
    path: 'scan.gaet',
    suggestion: 'gate',
    fixable: true,
  });
});

function hasXmllint(): boolean {
  return spawnSync('xmllint', ['--version']).status === 0;
}

/** What xmllint says about a report; nothing when it is one. */
function validateXml(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-xml-'));
  try {
    const file = join(folder, 'report.xml');
    writeFileSync(file, text);
    const schema = join(__dirname, '../../src/check/formats/checkstyle.xsd');
    execFileSync('xmllint', ['--noout', '--schema', schema, file], { stdio: ['ignore', 'ignore', 'pipe'] });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
