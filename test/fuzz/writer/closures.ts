/** Closures that are kept: in variables, in lists, called later. */
import { arrow } from './callbacks';
import { anyType, callOfClosure, expression } from './expressions';
import { listOf, typeText, closureText, type ClosureType, type Data } from './types';
import { block } from './statements';
import { mentions, type Writer } from './writer';

export function closureStatement(writer: Writer): readonly string[] {
  return writer.choices.weighted([
    [4, declared],
    [3, called],
    [3, collected],
    [1, withDefault],
  ])(writer);
}

function anyClosure(writer: Writer): ClosureType {
  const parameters = Array.from({ length: writer.choices.below(3) }, () => anyType(writer, 1));
  return { parameters, result: writer.choices.chance(30) ? undefined : anyType(writer, 1) };
}

/** `const f: (p0: string) => number = (a) => …;` */
function declared(writer: Writer): readonly string[] {
  const type = anyClosure(writer);
  const value = arrow(writer, type.parameters.slice(0, writer.choices.chance(70) ? 9 : 1), type.result, 3);
  const name = writer.freshName();
  writer.scope.declareClosure({ name, type });
  return [`const ${name}: ${closureText(type)} = ${value};`];
}

function called(writer: Writer): readonly string[] {
  const { closures } = writer.scope;
  const closure = closures[writer.choices.below(closures.length)];
  return closure === undefined ? declared(writer) : [`${callOfClosure(writer, closure, 2)};`];
}

/** Closures that are made in the rounds of a loop and called behind it. */
function collected(writer: Writer): readonly string[] {
  const { choices } = writer;
  const type: Data = anyType(writer, 0);
  const later = writer.freshName();
  writer.scope.reserve(later);
  const each = `${later}Each`;
  const source = expression(writer, listOf(type), 2, true);
  const [head, element] = choices.weighted<() => readonly [string, Data]>([
    [2, () => [`for (const ${each} of ${source})`, type]],
    [2, () => [`for (let ${each} = 0; ${each} < 3; ${each}++)`, { kind: 'number' }]],
    [1, () => [`for (const [${each}Index, ${each}] of ${source}.entries())`, type]],
  ])();
  const inner = writer.inBlock(
    () => {
      writer.scope.declare({ name: each, type: element, assignable: false, sink: false });
      if (head.startsWith(`for (const [${each}Index`))
        writer.scope.declare({
          name: `${each}Index`,
          type: { kind: 'number' },
          assignable: false,
          sink: false,
        });
      return `${writer.trace()} ${later}.push(() => ${block(writer, 1)});`;
    },
    { visiting: true, inLoop: false, result: 'nothing', inFinally: false },
  );
  return [
    `const ${later}: (() => void)[] = [];`,
    `${head} { ${inner} }`,
    `for (const run of ${later}) run();`,
  ];
}

/** `const f = (a: string, b: number = 2): string => …` */
function withDefault(writer: Writer): readonly string[] {
  const [first, second, result] = [anyType(writer, 1), anyType(writer, 0), anyType(writer, 1)];
  const given = expression(writer, second, 1);
  const text = writer.inBlock(
    () => {
      const one = writer.parameterName([]);
      const two = writer.parameterName([one]);
      writer.scope.declare({ name: one, type: first, assignable: false, sink: false });
      writer.scope.declare({ name: two, type: second, assignable: false, sink: false });
      const value = expression(writer, result, 2, true);
      const body = value.startsWith('{') ? `(${value})` : value;
      const named = (name: string): string => (mentions(body, name) ? name : `_${name}`);
      const parameters = `${named(one)}: ${typeText(first)}, ${named(two)}: ${typeText(second)} = ${given}`;
      return `(${parameters}): ${typeText(result)} => ${body}`;
    },
    { visiting: true, inLoop: false, inFinally: false },
  );
  const name = writer.freshName();
  const type = { parameters: [first, ...(writer.choices.chance(50) ? [second] : [])], result };
  writer.scope.declareClosure({ name, type });
  return [`const ${name} = ${text};`];
}
