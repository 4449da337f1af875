/** Functions of the module that the program calls: pure or with steps, with defaults, patterns, recursion. */
import { anyType, expression } from './expressions';
import { longStatement } from './long';
import { statements } from './statements';
import { number, shapeType, typeText, shapes, type Data } from './types';
import { patternOf } from './variables';
import { mentions, type FunctionSignature, type Writer } from './writer';

interface HelperFunction {
  readonly name: string;
  readonly colour: 'pure' | 'pipeline';
  readonly text: string;
}

/** Writes a function and makes it known to the writer. */
export function helperFunction(writer: Writer, index: number): HelperFunction {
  const { choices, colour: outer } = writer;
  const colour = outer === 'pipeline' && choices.chance(40) ? 'pipeline' : 'pure';
  const name = `helper${index}`;
  const result = anyType(writer, 1);
  writer.colour = colour;
  const form = choices.weighted([
    [4, plain],
    [1, recursive],
    [1, destructured],
  ]);
  const { text, parameters } = form(writer, name, result);
  writer.colour = outer;
  writer.functions.push({ name, parameters, result, colour });
  const remark = choices.chance(20) ? '// a function\n// of the program\n' : '';
  return { name, colour, text: remark + text.replaceAll('SAY(', colour === 'pure' ? 'said.push(' : 'echo(') };
}

interface Written {
  readonly text: string;
  readonly parameters: FunctionSignature['parameters'];
}

interface Parameter {
  readonly name: string;
  readonly type: Data;
  readonly form: 'required' | 'optional' | 'default';
}

function plain(writer: Writer, name: string, result: Data): Written {
  const { choices } = writer;
  const parameters: Parameter[] = [];
  let form: Parameter['form'] = 'required';
  for (let count = choices.below(4); count > 0; count--) {
    if (form === 'required' && choices.chance(50)) form = 'default';
    parameters.push({
      name: writer.parameterName(parameters.map((each) => each.name)),
      type: anyType(writer, 1),
      form,
    });
  }
  const defaults = parameters.map((each) =>
    each.form === 'default' ? ` = ${expression(writer, each.type, 1)}` : '',
  );
  const body = inFunction(writer, parameters, result, () => [
    // In a class such methods are called in another way than in a script.
    ...(choices.chance(4) ? longStatement(writer) : []),
    ...statements(writer, 2),
  ]);
  const list = parameters.map(
    (each, index) => `${used(body, each.name)}: ${typeText(each.type)}${defaults[index] ?? ''}`,
  );
  return {
    text: `function ${name}(${['said: string[]', ...list].join(', ')}): ${typeText(result)} {\nsaid.push('in ${name}');\n${body}\n}`,
    parameters: parameters.map(({ type, form: each }) => ({ type, optional: each !== 'required' })),
  };
}

/** Calls itself with a smaller number. */
function recursive(writer: Writer, name: string, result: Data): Written {
  const base = expression(writer, result, 1, true);
  const body = inFunction(writer, [{ name: 'given', type: number, form: 'required' }], result, () => [
    `if (given <= 0 || given > 5) return ${base};`,
    `const before = ${name}(said, given - 1);`,
    (writer.scope.declare({ name: 'before', type: result, assignable: false, sink: false }), writer.trace()),
  ]);
  const text = `function ${name}(said: string[], given: number): ${typeText(result)} {\nsaid.push('in ${name}');\n${body}\n}`;
  return { text, parameters: [{ type: number, optional: false }] };
}

/** Takes an object apart. */
function destructured(writer: Writer, name: string, result: Data): Written {
  const shape = writer.choices.oneOf(shapes);
  let pattern = '';
  // A type without a name gives the object another one.
  const type = writer.choices.chance(30) ? shapeType(shape) : shape.name;
  const body = writer.inBlock(
    () => {
      const taken: { name: string; type: Data }[] = [];
      pattern = patternOf(writer, shape, taken, 1);
      for (const each of taken) writer.scope.declare({ ...each, assignable: false, sink: false });
      const first = `SAY('taken ' + JSON.stringify([${taken.map((each) => each.name).join(', ')}]));`;
      return [first, ...statements(writer, 1), `return ${expression(writer, result, 2, true)};`].join('\n');
    },
    { result, inLoop: false, visiting: true },
  );
  const text = `function ${name}(said: string[], ${pattern}: ${type}): ${typeText(result)} {\nsaid.push('in ${name}');\n${body}\n}`;
  return { text, parameters: [{ type: { kind: 'object', shape }, optional: false }] };
}

function inFunction(
  writer: Writer,
  parameters: readonly Parameter[],
  result: Data,
  write: () => readonly string[],
): string {
  return writer.inBlock(
    () => {
      for (const { name, type } of parameters)
        writer.scope.declare({ name, type, assignable: false, sink: false });
      return [writer.trace(), ...write(), `return ${expression(writer, result, 2, true)};`].join('\n');
    },
    { result, inLoop: false, visiting: true },
  );
}

function used(body: string, name: string): string {
  return mentions(body, name) ? name : `_${name}`;
}
