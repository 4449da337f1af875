/** What is published: kept in the folder of the build, and judged as Jenkins judges it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step, type Body } from '../simulator/fake-program';
import { TestMachine } from './machine';

let machine: TestMachine;
beforeEach(() => {
  machine = new TestMachine();
});
afterEach(() => machine.close());

const inNode =
  (body: Body): Body =>
  () =>
    step('node', body);

const sh = (script: string) => step('sh', { script });

describe('reports', () => {
  const junitXml =
    '<testsuites><testsuite><testcase name="a"/><testcase name="b"><failure>no</failure></testcase>' +
    '<testsuite><testcase name="c"><skipped/></testcase><testcase name="d"><error/></testcase></testsuite>' +
    '</testsuite></testsuites>';

  test('junit counts nested suites, keeps the files and marks the build', async () => {
    let answer: unknown;
    const { record, run } = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'reports/junit.xml', text: junitXml });
        answer = yield* step('junit', '**/junit.xml');
      }),
    );
    expect(answer).toEqual({ totalCount: 4, passCount: 1, failCount: 2, skipCount: 1 });
    expect(record.result).toBe('UNSTABLE');
    expect(readFileSync(join(run.folder, 'junit/reports/junit.xml'), 'utf8')).toBe(junitXml);
  });

  test('junit fails without files, and for what is no report', async () => {
    const none = await machine.run(inNode(() => step('junit', '*.xml')));
    expect(none.record.failure?.message).toBe('No test report files were found. Configuration error?');
    const wrong = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'a.xml', text: '<html/>' });
        yield* step('junit', '*.xml');
      }),
    );
    expect(wrong.record.failure?.message).toMatch(/a\.xml: is no JUnit report$/);
  });

  test('junit leaves out files that are older than the build', async () => {
    let answer: unknown;
    await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'old.xml', text: junitXml });
        yield* sh('#!/bin/sh\ntouch -d 2001-01-01 old.xml');
        answer = yield* step('junit', {
          testResults: '*.xml',
          skipOldReports: true,
          allowEmptyResults: true,
        });
      }),
    );
    expect(answer).toEqual({ totalCount: 0, passCount: 0, failCount: 0, skipCount: 0 });
  });

  test('archiveArtifacts keeps paths, leaves out what it is told and what Ant leaves out', async () => {
    const { record, run } = await machine.run(
      inNode(function* () {
        for (const file of ['dist/a.whl', 'dist/a b\n.txt', 'dist/no.txt', '.git/config', '.hidden/x']) {
          yield* step('writeFile', { file, text: file });
        }
        yield* step('archiveArtifacts', { artifacts: 'dist/, **/x, **/config', excludes: '**/no.txt' });
        yield* step('archiveArtifacts', { artifacts: '*.none', allowEmptyArchive: true });
        yield* step('archiveArtifacts', '*.none');
      }),
    );
    const kept = (path: string) => existsSync(join(run.folder, 'archive', path));
    expect(['dist/a.whl', 'dist/a b\n.txt', '.hidden/x'].map(kept)).toEqual([true, true, true]);
    expect(['dist/no.txt', '.git/config'].map(kept)).toEqual([false, false]);
    expect(record.failure?.message).toBe(
      'No artifacts found that match the file pattern "*.none". Configuration error?',
    );
  });

  test('publishHTML keeps a folder; a missing one fails the build and not the step', async () => {
    const target = (reportDir: string) => ({
      target: {
        reportName: 'Coverage',
        reportDir,
        reportFiles: 'index.html',
        keepAll: true,
        alwaysLinkToLastBuild: true,
        allowMissing: false,
      },
    });
    const { record, run } = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'htmlcov/index.html', text: '<p>' });
        yield* step('publishHTML', target('htmlcov'));
        yield* step('publishHTML', target('none'));
        yield* step('echo', 'goes on');
      }),
    );
    expect(readFileSync(join(run.folder, 'htmlreports/Coverage/index.html'), 'utf8')).toBe('<p>');
    expect(record.log).toContain('goes on');
    expect(record.result).toBe('FAILURE');
  });

  test.each([
    [79.9, 'SUCCESS'],
    [80.1, 'UNSTABLE'],
  ])('recordCoverage judges a limit of %d %%: %s', async (threshold, result) => {
    const xml = '<coverage lines-valid="10" lines-covered="8" branches-valid="0" branches-covered="0"/>';
    const { record } = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'coverage.xml', text: xml });
        yield* step('recordCoverage', {
          tools: [{ parser: 'COBERTURA', pattern: 'coverage.xml' }],
          qualityGates: [{ metric: 'LINE', threshold, criticality: 'UNSTABLE' }],
        });
      }),
    );
    expect(record.log.join('\n')).toContain('80.00 % of the lines');
    expect(record.result).toBe(result);
  });

  test.each([
    [1, 'FAILURE'],
    [2, 'SUCCESS'],
  ])('dependencyCheckPublisher with a limit of %d critical findings: %s', async (limit, result) => {
    const found = (severity: string) => `<vulnerability><severity>${severity}</severity></vulnerability>`;
    const xml = `<analysis><dependencies><dependency><vulnerabilities>${found('CRITICAL')}${found('HIGH')}</vulnerabilities></dependency><dependency/></dependencies></analysis>`;
    const { record } = await machine.run(
      inNode(function* () {
        yield* step('writeFile', { file: 'dependency-check-report.xml', text: xml });
        yield* step('dependencyCheckPublisher', { failedTotalCritical: limit });
      }),
    );
    expect(record.log.join('\n')).toContain('2 findings, 1 of them critical');
    expect(record.result).toBe(result);
  });
});
