/**
 * `vars/<name>.txt`: what Jenkins shows under "Global Variable Reference". Jenkins prints it as plain text or, when an
 * administrator chose so, as Safe HTML, which runs all lines together: the text has no tags, and every line of prose is
 * a sentence of its own.
 */
import type { GlobalVariableModel, ParameterModel } from '../model/model';
import { generatedFrom } from './header';
import { groupIn, history, necessity, typeText } from './parameter-text';

/** The file with the help of a global variable. */
export function helpText(model: GlobalVariableModel): string {
  return `${helpOf(model)}\n${generatedFrom(model.source)}\n`;
}

/** What there is to say of a global variable, in paragraphs. */
export function helpOf(model: GlobalVariableModel): string {
  const parameters = [...parameterLines(model.parameters, '')];
  const parts = [
    [sentence(model.summary)],
    ...model.examples.map((example) => ['Example:', '', ...indented(example)]),
    ...(parameters.length === 0 ? [['It takes no parameters.']] : [['Parameters:', '', ...parameters]]),
    ...(model.returns === undefined ? [] : [[sentence(`Returns ${model.returns}`)]]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** One line a parameter, a group before what is in it: `- trivy.severity (list of strings, default ['HIGH']): …` */
function* parameterLines(parameters: readonly ParameterModel[], path: string): Generator<string> {
  for (const parameter of parameters) {
    const { name, summary, type } = parameter;
    const place = `${path}${name}`;
    const facts = [typeText(type), necessity(parameter), ...history(parameter)];
    yield `- ${place} (${facts.join(', ')}): ${sentence(summary)}`;
    const group = groupIn(type, place);
    if (group !== undefined) yield* parameterLines(group.parameters, `${group.path}.`);
  }
}

function indented(text: string): readonly string[] {
  return text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
}

/** Ends with a full stop, and has nothing that Safe HTML takes for a tag: `<name>` becomes `‹name›`. */
function sentence(text: string): string {
  const safe = text.replace(/<([^<>]*)>/g, '‹$1›').replace(/<(?=\S)/g, '< ');
  return /[.!?:]$/.test(safe) ? safe : `${safe}.`;
}
