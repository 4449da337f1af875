import {
  groovy as g,
  originOf,
  parseLineMap,
  print,
  serialiseLineMap,
  type Origin,
  type ScriptFile,
} from '../../src/groovy';

const at = (line: number, column = 3, file = 'vars/gigTest.ts'): Origin => ({ file, line, column });

function file(extraLine = 0): ScriptFile {
  const inner = g.at(
    at(12 + extraLine),
    g.statement(g.call('echo', [g.at(at(4, 15, 'vars/shared/names.ts'), g.string('x'))])),
  );
  const stage = g.at(
    at(11 + extraLine),
    g.statement(g.call('stage', [g.string('A')], { trailing: g.closure([], [inner]) })),
  );
  const method = g.at(
    at(10, 1),
    g.method('perform', [stage, g.at(at(13 + extraLine), g.returnValue(g.number(1)))]),
  );
  return {
    kind: 'script',
    path: 'vars/gigTest.groovy',
    source: 'vars/gigTest.ts',
    imports: [],
    methods: [method],
  };
}

test('each line of Groovy knows the line of TypeScript that it begins with', () => {
  const { text, lines } = print(file());
  const places = text.split('\n').map((line, index) => [line.trim(), originOf(lines, index + 1)?.line]);
  expect(places).toEqual([
    ['// Generated from vars/gigTest.ts by gig-ci. Change that file, not this one.', undefined],
    ['', undefined],
    ['def perform() {', 10],
    ["stage('A') {", 11],
    ["echo('x')", 12],
    ['}', 11],
    ['return 1', 13],
    ['}', 10],
    ['', 10],
  ]);
});

test('a map is read back as it was written', () => {
  const { lines } = print(file());
  expect(parseLineMap(serialiseLineMap(lines))).toEqual(lines);
});

test('another file than the source is named', () => {
  const echo = g.statement(g.at(at(4, 15, 'vars/shared/names.ts'), g.call('echo')));
  const { lines } = print({ ...file(), methods: [g.method('perform', [echo])] });
  expect(serialiseLineMap(lines)).toContain('[4,4,15,"vars/shared/names.ts"]');
  expect(parseLineMap(serialiseLineMap(lines))).toEqual(lines);
});

test('a line more in TypeScript changes the entries beside it only', () => {
  const before = serialiseLineMap(print(file()).lines).split('\n');
  const after = serialiseLineMap(print(file(1)).lines).split('\n');
  expect(after.filter((line) => !before.includes(line)).length).toBeLessThanOrEqual(2);
});

test('what is no line map is refused', () => {
  expect(() => parseLineMap('{}')).toThrow(SyntaxError);
  expect(() => parseLineMap('{"groovy":"a","source":"b","lines":[["1",2,3]]}')).toThrow(SyntaxError);
});
