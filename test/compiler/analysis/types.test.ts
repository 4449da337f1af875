/** The kept types: the same as the checker finds, and found without looking at everything again and again. */
import { join } from 'node:path';
import ts from 'typescript';
import { createTypeCache } from '../../../src/compiler/analysis/types';
import { compile } from '../../../src/compiler/compile';
import { loadProject, loadSources, type Project } from '../../../src/compiler/load';

const root = join(__dirname, '..', '..', '..');

function projectOf(parameters: string, result: string, value: string): Project {
  const text = `/** A chain. */\nexport function chain(${parameters}): ${result} {\n  return ${value};\n}\n`;
  return loadSources('/project', new Map([['vars/shared/chain.ts', text]]));
}

function nodesBelow(node: ts.Node): readonly ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesBelow(child)));
  return nodes;
}

/** The nodes below those of which the compiler asks the type: the checker may look at each of them. */
function workOf(project: Project): number {
  const { checker } = project;
  const ask = checker.getTypeAtLocation.bind(checker);
  let work = 0;
  checker.getTypeAtLocation = (node) => {
    work += nodesBelow(node).length;
    return ask(node);
  };
  compile(project);
  return work;
}

describe('a chain of twice as many operands takes twice the work', () => {
  test.each([
    ['texts', 'a: string', 'string', 'a', ' + '],
    ['numbers', 'a: number', 'number', 'a', ' + '],
    ['products', 'a: number', 'number', 'a', ' * '],
    ['texts and numbers', 'a: string, b: number', 'string', 'a + b', ' + '],
    ['booleans', 'a: boolean', 'boolean', 'a', ' && '],
    ['comparisons', 'a: string', 'boolean', "a === 'x'", ' || '],
  ])('of %s', (_name, parameters, result, operand, operator) => {
    const work = (operands: number): number =>
      workOf(projectOf(parameters, result, Array.from({ length: operands }, () => operand).join(operator)));
    expect(work(100)).toBeLessThan(work(50) * 2.1);
  });
});

function differences(project: Project): readonly string[] {
  const { checker, program } = project;
  program.getSemanticDiagnostics();
  const typeOf = createTypeCache(checker);
  const nodes = project.modules.flatMap(({ sourceFile }) => nodesBelow(sourceFile));
  return nodes.filter(ts.isExpression).flatMap((node) => {
    // Each time it is asked the checker makes another type for an object literal.
    const [found, expected] = [typeOf(node), checker.getTypeAtLocation(node)].map((type) =>
      checker.typeToString(type),
    );
    return found === expected ? [] : [`${node.getText()}: ${found}, not ${expected}`];
  });
}

test('the types of the library are those that the checker finds', () => {
  expect(differences(loadProject(root))).toEqual([]);
});

test.each([
  'a + a',
  'a + n',
  'n + a',
  'n + n',
  'n - n * (n / n) % n',
  '(a + n) + a',
  "'x' + 1",
  '1 + 2',
  'k + a',
  'm + n',
  'o + a',
  'a + o',
  'b && b',
  'b || b',
  'b && true',
  'b && false',
  'true && b',
  'false && b',
  'b || true',
  'b || false',
  'true || b',
  'false || b',
  'b && !b',
  'c && b',
  'c || b',
  'b && c',
  'a && b',
  'n || 1',
  'o || a',
  'o ?? a',
  'a === k && b',
  'a !== k || b',
  '(b || c) && b',
  'n < n === b',
])('the type of %s is that which the checker finds', (value) => {
  const parameters = "a: string, n: number, b: boolean, k: 'x' | 'y', m: 1 | 2, o?: string, c?: boolean";
  expect(differences(projectOf(parameters, 'unknown', value))).toEqual([]);
});
