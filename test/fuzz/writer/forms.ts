/** Declarations, closures and bodies in their rarer forms. */
import { arrow } from './callbacks';
import { anyPrimitive, anyType, expression, leaf, same } from './expressions';
import { flag, number, pairOf, shapes, text, typeText, type Data } from './types';
import { patternOf, type Taken } from './variables';
import type { Writer } from './writer';

export function formStatement(writer: Writer): readonly string[] {
  const isPipeline = writer.colour === 'pipeline';
  return writer.choices.weighted([
    [3, declaredFirst],
    [2, elementTakenApart],
    [2, withoutEffect],
    [2, ofPairs],
    [1, emptyBlocks],
    [isPipeline ? 2 : 0, empty],
    [isPipeline ? 2 : 0, closureOfClosure],
    [isPipeline ? 2 : 0, effectOnly],
    [isPipeline ? 2 : 0, namesItsObject],
  ])(writer);
}

/** `let x: string;`, which gets its value in the branches behind it. */
function declaredFirst(writer: Writer): readonly string[] {
  const type = anyType(writer, 1);
  const value = (): string => expression(writer, type, 2, true);
  const test = same(flag, expression(writer, flag, 1));
  const name = writer.freshName();
  const text1 = `if (${test}) { ${name} = ${value()}; } else { ${name} = ${value()}; }`;
  writer.scope.declare({ name, type, assignable: true, sink: false });
  return [`let ${name}: ${typeText(type)};`, text1];
}

/** `const { id } = pair[0];` */
function elementTakenApart(writer: Writer): readonly string[] {
  const shape = writer.choices.oneOf(shapes);
  const value = leaf(writer, { kind: 'object', shape }, true);
  const name = writer.freshName();
  writer.scope.reserve(name);
  const taken: Taken[] = [];
  const pattern = patternOf(writer, shape, taken, 1);
  for (const each of taken) writer.scope.declare({ ...each, assignable: false, sink: false });
  const pair = `const ${name}: [${shape.name}, number] = [${value}, 1];`;
  return taken.length === 0 ? [] : [pair, `const ${pattern} = ${name}[0];`];
}

/** Members whose value nobody wants. */
function withoutEffect(writer: Writer): readonly string[] {
  const value = leaf(writer, text, true);
  return [
    writer.choices.oneOf([`String(${value});`, `${value}.toUpperCase();`, `${value}.split(',').slice(1);`]),
  ];
}

/** `([key, value]) => …` */
function ofPairs(writer: Writer): readonly string[] {
  const [first, second] = [anyPrimitive(writer), anyPrimitive(writer)];
  const list = expression(writer, { kind: 'list', element: pairOf(first, second) }, 1, true);
  return [
    writer.say(`JSON.stringify(${list}.map(([one, two]) => [two, one]))`),
    writer.say(
      `JSON.stringify(${list}.filter(([one], index) => index > 0 || one === ${leaf(writer, first, true)}))`,
    ),
  ];
}

/** Branches, loops and clauses without a statement. */
function emptyBlocks(writer: Writer): readonly string[] {
  const test = same(flag, expression(writer, flag, 1));
  const said = writer.say(`'not empty'`);
  return writer.choices.oneOf([
    [`if (${test}) {} else { ${said} }`],
    [`if (${test}) { ${said} } else {}`],
    [`for (const _each of [1, 2]) {}`],
    [`try { throw new Error('lost'); } catch {}`, said],
    [`try { ${said} } finally {}`],
  ]);
}

/** Closures that do nothing, or only leave. */
function empty(writer: Writer): readonly string[] {
  const name = writer.freshName();
  writer.scope.reserve(name);
  return [
    `const ${name} = () => {};`,
    `stage('nothing', ${writer.choices.oneOf(['() => {}', name, '() => { return; }'])});`,
    `${name}();`,
  ];
}

/** `(a) => () => b` */
function closureOfClosure(writer: Writer): readonly string[] {
  const [given, result] = [anyPrimitive(writer), anyType(writer, 1)];
  const inner = arrow(writer, [], result, 2);
  const value = expression(writer, given, 1);
  const name = writer.freshName();
  writer.scope.reserve(name);
  const argument = `given${name}`;
  return [
    `const ${name} = (${argument}: ${typeText(given)}) => (): [${typeText(given)}, ${typeText(result)}] => [${argument}, (${inner})()];`,
    writer.say(`JSON.stringify(${name}(${value})())`),
  ];
}

/** Closures that are a single call without a value, or a single assignment. */
function effectOnly(writer: Writer): readonly string[] {
  const value = expression(writer, number, 1, true);
  const said = writer.say(`'effect'`).slice(0, -1);
  const [name, count] = [writer.freshName(), `${writer.freshName()}Count`];
  writer.scope.reserve(name);
  writer.scope.declare({ name: count, type: number, assignable: true, sink: false });
  const body = writer.choices.oneOf([said, `(${count} = ${value})`, `${count}++`, `(${count} += ${value})`]);
  return [
    `let ${count} = 0;`,
    `const ${name}: () => void = () => ${body};`,
    `${name}();`,
    `[1, 2].forEach(() => ${writer.choices.oneOf([`${name}()`, said])});`,
  ];
}

/** A closure of an object that names the variable of the object. */
function namesItsObject(writer: Writer): readonly string[] {
  const type: Data = anyType(writer, 1);
  const value = expression(writer, type, 1, true);
  const name = writer.freshName();
  writer.scope.reserve(name);
  const member = `() => ${typeText(type)}`;
  const first = value.startsWith('{') ? `(${value})` : value;
  return [
    `const ${name}: { first: ${member}; second: ${member} } = { first: () => ${first}, second: () => ${name}.first() };`,
    writer.say(`JSON.stringify([${name}.second()])`),
  ];
}
