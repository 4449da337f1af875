/** A script of the library: what its header declares is what it does. */
import type { ScriptModel } from '../../model/model';
import type { Environment } from '../environment';
import type { Value } from '../program';
import type { ResourceScript } from '../resources';
import type { StepContext } from '../threads';
import { type CommandResult, toolMissing } from './shell';
import { isEverywhere } from './tools';

/**
 * Succeeds with the example outputs of the header, unless a needed tool is missing or a rule of the scenario says
 * otherwise.
 * @throws Fault when the script lacks an input that it requires: the compiler sees to it that this never happens
 */
export function runResourceScript({ model }: ResourceScript, step: StepContext): CommandResult {
  const { build, environment } = step;
  const rule = build.commands.answer({ kind: 'script', name: model.name });
  const missing = missingInput(model, environment);
  if (missing !== undefined)
    throw step.fault(`${model.name} runs without ${missing}, which its header requires`);
  const unmet = model.needs.filter((alternatives) => !alternatives.some((tool) => build.hasTool(tool)));
  if (unmet.length > 0) {
    const lines = unmet.map((tools) => `${model.name}: not on the PATH: ${tools.join(' or ')}`);
    return toolMissing(lines.join('\n'));
  }
  const probed = model.probes === undefined ? {} : probe(model.probes, step);
  const declared = model.outputs.length > 0;
  const printed = rule?.output ?? '';
  return {
    exit: rule?.exit ?? 0,
    // A script with outputs keeps standard output for them and prints all else on standard error.
    output: declared ? outputLines(model, { ...probed, ...rule?.outputs }) : printed,
    messages: declared ? printed : '',
    seconds: rule?.seconds ?? 1,
    sent: sentBy({ model }, environment),
  };
}

/** What a script sends outside when it ends well; most send nothing. */
export function sentBy(
  { model }: Pick<ResourceScript, 'model'>,
  environment: Environment,
): CommandResult['sent'] {
  if (model.payload === undefined) return undefined;
  return { script: model.name, value: sentValue(model.payload, environment) };
}

/** A required variable that nobody has set; an empty one counts as set, because `withEnv` removes it. */
function missingInput({ inputs, secrets }: ScriptModel, environment: Environment): string | undefined {
  for (const { name, list, optional } of inputs) {
    const variable = list ? `GIG_${name}_COUNT` : `GIG_${name}`;
    if (!optional && !environment.declares(variable)) return variable;
  }
  const secret = secrets.find(({ name, optional }) => !optional && !environment.declares(`GIG_${name}`));
  return secret === undefined ? undefined : `GIG_${secret.name}`;
}

/** The tools of a list input that the agent lacks. */
function probe(
  { input, output }: NonNullable<ScriptModel['probes']>,
  { build, environment }: StepContext,
): { readonly [name: string]: Value } {
  const tools = listInput(input, environment);
  return { [output]: tools.filter((tool) => !isEverywhere(tool) && !build.hasTool(tool)) };
}

/** A list travels as `GIG_<NAME>_COUNT` and `GIG_<NAME>_1` … */
function listInput(name: string, environment: Environment): readonly string[] {
  const count = Number(environment.get(`GIG_${name}_COUNT`) ?? 0);
  return Array.from({ length: count }, (_, index) => environment.get(`GIG_${name}_${index + 1}`) ?? '');
}

/** The `name=value` lines of the declared outputs; a list has one line for each element. */
function outputLines({ outputs }: ScriptModel, values: { readonly [name: string]: Value }): string {
  const lines = outputs.flatMap(({ name, type, example }) => {
    const value = values[name] ?? (type === 'list' ? listExample(example) : example);
    const elements: readonly Value[] = Array.isArray(value) ? value : [value];
    return elements.map(
      (element) => `${name}=${typeof element === 'string' ? element : JSON.stringify(element)}\n`,
    );
  });
  return lines.join('');
}

/** The example of a list: its elements, separated by commas; `-` is the empty list. */
export function listExample(example: string): readonly string[] {
  return example === '-' ? [] : example.split(',');
}

function sentValue(input: string, environment: Environment): Value {
  const text = environment.get(`GIG_${input}`) ?? '';
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
