/** Checks what a scenario says about resource scripts against their headers. */
import { suggestion } from '../diagnostics/nearest-name';
import type { ScriptSource } from './resources';
import type { Scenario } from './scenario';
import { ScenarioError, type ScenarioProblem } from './scenario-error';

/**
 * A rule may give values only for outputs that its script declares.
 * @throws ScenarioError with all problems
 */
export function checkOutputs({ commands = [] }: Scenario, scripts: readonly ScriptSource[]): void {
  const problems = commands.flatMap(({ command, outputs }, index): ScenarioProblem[] => {
    if (outputs === undefined) return [];
    const path = `commands[${index}].outputs`;
    const script = scripts.find(({ model }) => model.name === command);
    if (script === undefined) {
      const names = scripts.map(({ model }) => model.name);
      return [{ path, message: `'${command}' is no resource script${suggestion(command, names)}` }];
    }
    const declared = script.model.outputs.map(({ name }) => name);
    return Object.keys(outputs)
      .filter((name) => !declared.includes(name))
      .map((name) => ({
        path: `${path}.${name}`,
        message: `is no output of ${command}${suggestion(name, declared)}`,
      }));
  });
  if (problems.length > 0) throw new ScenarioError('scenario', problems);
}
