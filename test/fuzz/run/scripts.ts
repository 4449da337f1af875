/** The resource scripts that programs may run. */
import { readScript, type Script } from '../../../src/model/scripts';
import { scripts as texts } from '../writer/scripts';

/** As the build reads them. */
export const scripts: readonly Script[] = Object.entries(texts).map(([name, text]) => {
  const { script, diagnostics } = readScript(name, text);
  if (diagnostics[0] !== undefined) throw new Error(`${name}: ${diagnostics[0].message}`);
  return script;
});
