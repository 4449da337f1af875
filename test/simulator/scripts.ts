/** Resource scripts for tests. */
import type { ScriptModel } from '../../src/model/model';
import type { ScriptSource } from '../../src/simulator/resources';

/** A script whose header declares what is given; its text is unique by its name. */
export function script(name: string, header: Partial<ScriptModel> = {}): ScriptSource {
  return {
    model: {
      name,
      summary: '',
      shell: 'bash',
      inputs: [],
      secrets: [],
      outputs: [],
      acquires: [],
      releases: [],
      publishes: [],
      aws: [],
      sends: [],
      needs: [],
      ...header,
    },
    text: `#!/usr/bin/env bash\n# ${name}\nset -euo pipefail\n`,
  };
}

export const input = (
  name: string,
  kind: 'text' | 'list' = 'text',
  optional = false,
): ScriptModel['inputs'][number] => ({
  name,
  list: kind === 'list',
  optional,
  summary: '',
});

export const output = (
  name: string,
  type: ScriptModel['outputs'][number]['type'],
  example: string,
): ScriptModel['outputs'][number] => ({ name, type, example, summary: '' });
