/** Checks what a scenario says about resource scripts against their headers. */
import { suggestion } from '../diagnostics/nearest-name';
import type { ScriptSource } from './resources';
import type { Scenario } from './scenario';
import { ScenarioError, type ScenarioProblem } from './scenario-error';

/**
 * A rule may give values only for outputs that its script declares; one that nearly has the name of a script is taken
 * for a slip, because it would answer nothing.
 * @throws ScenarioError with all problems
 */
export function checkCommands({ commands = [] }: Scenario, scripts: readonly ScriptSource[]): void {
  const problems = commands.flatMap(({ command, outputs }, index): ScenarioProblem[] => {
    const path = `commands[${index}]`;
    const script = scripts.find(({ model }) => model.name === command);
    if (script === undefined) {
      const meant = suggestion(
        command,
        scripts.map(({ model }) => model.name),
      );
      const isSlip = meant !== '' && /^[\w-]+\.sh$/.test(command);
      if (outputs === undefined && !isSlip) return [];
      return [{ path: `${path}.command`, message: `'${command}' is no resource script${meant}` }];
    }
    const declared = script.model.outputs.map(({ name }) => name);
    return Object.keys(outputs ?? {})
      .filter((name) => !declared.includes(name))
      .map((name) => ({
        path: `${path}.outputs.${name}`,
        message: `is no output of ${command}${suggestion(name, declared)}`,
      }));
  });
  if (problems.length > 0) throw new ScenarioError('scenario', problems);
}
