/** `parallel` with branches that interleave: written in place, or given as an object. */
import { quoted } from '../domain/texts';
import { anyType } from './expressions';
import { bodyOf } from './steps';
import { typeText, type Data } from './types';
import type { Writer } from './writer';

export function branches(writer: Writer): readonly string[] {
  writer.isPlain = false;
  const { choices } = writer;
  // Bodies take all that is left to decide.
  const names = ['one', 'two', 'three b'].slice(0, 1 + choices.below(3));
  const options = choices.chance(30) ? `, { failFast: ${choices.oneOf(['true', 'false'])} }` : '';
  const form = choices.weighted([
    [6, inPlace],
    [2, ofVariable],
    [2, spread],
    [1, ofCall],
  ]);
  return form(writer, names, options);
}

function inPlace(writer: Writer, names: readonly string[], options: string): readonly string[] {
  const type = anyType(writer, 1);
  const bodies = entries(writer, names, type);
  const result = writer.freshName();
  const value: Data = { kind: 'record', value: type };
  writer.scope.declare({ name: result, type: value, assignable: false, sink: false });
  return [`const ${result} = { ...parallel({ ${bodies} }${options}) };`];
}

/** Nobody wants the results, and without branches nothing happens. */
function ofVariable(writer: Writer, names: readonly string[], options: string): readonly string[] {
  const name = writer.freshName();
  writer.scope.reserve(name);
  const bodies = entries(writer, names, 'nothing');
  return [
    `const ${name}: { [name: string]: () => void } = { ${bodies} };`,
    `parallel(${name}${options});`,
    'parallel({});',
  ];
}

/** `parallel({ ...more, last: () => … })` */
function spread(writer: Writer, names: readonly string[], options: string): readonly string[] {
  const [type, more, last] = [anyType(writer, 1), writer.freshName(), writer.choices.chance(50)];
  writer.scope.reserve(more);
  const bodies = entries(writer, names, type);
  const given = last ? `{ ...${more}, last: ${bodyOf(writer, type)} }` : more;
  return [
    `const ${more}: { [name: string]: () => ${typeText(type)} } = { ${bodies} };`,
    writer.say(`JSON.stringify(parallel(${given}${options}))`),
  ];
}

/** Branches that a function gives. */
function ofCall(writer: Writer, names: readonly string[], options: string): readonly string[] {
  const [type, make] = [anyType(writer, 1), writer.freshName()];
  writer.scope.reserve(make);
  const bodies = entries(writer, names, type);
  return [
    `const ${make} = (): { [name: string]: () => ${typeText(type)} } => ({ ${bodies} });`,
    writer.say(`JSON.stringify(parallel(${make}()${options}))`),
  ];
}

function entries(writer: Writer, names: readonly string[], type: Data | 'nothing'): string {
  return names.map((name) => `${quoted(name)}: ${bodyOf(writer, type)}`).join(', ');
}
