/** What the reports of tools say, as far as the publishing steps judge it. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** An element of XML as the parser gives it: attributes as texts, children as lists, by name. */
interface Element {
  readonly [name: string]: string | readonly Element[] | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** Cannot be read, or is another kind of file. */
export class UnreadableReport extends Error {}

function read(file: string): Element {
  try {
    return parser.parse(readFileSync(file, 'utf8'), true) as Element;
  } catch (error) {
    throw new UnreadableReport(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function children(element: Element, name: string): readonly Element[] {
  const value = element[name];
  // An element without attributes and children is an empty text.
  return typeof value === 'object' ? value.map((child) => (typeof child === 'object' ? child : {})) : [];
}

/** How many tests ended how. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts the test cases of a JUnit file, in however many suites they are nested. */
export function testCounts(file: string): TestCounts {
  const document = read(file);
  const roots = [...children(document, 'testsuites'), ...children(document, 'testsuite')];
  if (roots.length === 0) throw new UnreadableReport(`${file}: is no JUnit report`);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const testCase of roots.flatMap(testCases)) {
    if (children(testCase, 'failure').length + children(testCase, 'error').length > 0) counts.failed += 1;
    else if (children(testCase, 'skipped').length > 0) counts.skipped += 1;
    else counts.passed += 1;
  }
  return counts;
}

function testCases(suite: Element): readonly Element[] {
  return [...children(suite, 'testcase'), ...children(suite, 'testsuite').flatMap(testCases)];
}

/** What a Cobertura report says is covered, in per cent; `undefined`: it does not say. */
export interface Coverage {
  readonly LINE: number | undefined;
  readonly BRANCH: number | undefined;
  readonly METHOD: number | undefined;
}

/** Reads a Cobertura report. @throws UnreadableReport */
export function coberturaCoverage(file: string): Coverage {
  const [coverage] = children(read(file), 'coverage');
  if (coverage === undefined) throw new UnreadableReport(`${file}: is no Cobertura report`);
  const rate = (covered: string, valid: string): number | undefined => {
    const [some, all] = [Number(coverage[covered]), Number(coverage[valid])];
    return all > 0 ? (some / all) * 100 : undefined;
  };
  // coverage.py writes no methods.
  return {
    LINE: rate('lines-covered', 'lines-valid'),
    BRANCH: rate('branches-covered', 'branches-valid'),
    METHOD: undefined,
  };
}

/** How many findings of the severity CRITICAL an XML report of OWASP dependency-check has, and how many in all. */
export function dependencyFindings(file: string): { readonly critical: number; readonly total: number } {
  const [analysis] = children(read(file), 'analysis');
  if (analysis === undefined) throw new UnreadableReport(`${file}: is no report of dependency-check`);
  const findings = children(analysis, 'dependencies')
    .flatMap((list) => children(list, 'dependency'))
    .flatMap((dependency) => children(dependency, 'vulnerabilities'))
    .flatMap((list) => children(list, 'vulnerability'));
  const severities = findings.map(({ severity }) => String(Array.isArray(severity) ? severity[0] : severity));
  return {
    critical: severities.filter((severity) => severity.toUpperCase() === 'CRITICAL').length,
    total: findings.length,
  };
}
