/** Compiles a shared module and calls its functions on real Groovy, many in one JVM. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../../../src/compiler/compile';
import { loadSources } from '../../../src/compiler/load';
import { print } from '../../../src/groovy';
import { conversions, encoded, helperSources, readDoubles } from '../../runtime/helpers';
import { evaluateGroovy } from '../../support/groovy';

/** A call of a function of the module. */
export interface ModuleCall {
  readonly name: string;
  readonly values: readonly unknown[];
}

/** What a call gave, numbers marked as `asResult` does; or that it failed. */
export type CallResult = { readonly value: unknown } | { readonly thrown: string };

/** Makes all calls of `vars/shared/module.ts`, in order. */
export async function callModule(text: string, calls: readonly ModuleCall[]): Promise<readonly CallResult[]> {
  const { files, diagnostics } = compile(loadSources('/project', new Map([['vars/shared/module.ts', text]])));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics.slice(0, 5), undefined, 1));
  const folder = helperSources();
  try {
    for (const file of files) {
      const path = join(folder, file.path.replace(/^src\//, ''));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, print(file).text);
    }
    const input = join(folder, 'calls.json');
    writeFileSync(input, JSON.stringify(calls.map(({ name, values }) => [name, values.map(encoded)])));
    const [outcome] = await evaluateGroovy([scriptFor(input)], folder);
    if (outcome === undefined || 'failure' in outcome) throw new Error(outcome?.failure);
    return (outcome.value as CallResult[]).map((result) =>
      'thrown' in result ? result : { value: readDoubles(result.value) },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scriptFor(input: string): string {
  return `${conversions}
    def module = Class.forName('gigci.shared.Module', true, this.class.classLoader)
    new groovy.json.JsonSlurper().parseText(new File('${input}').getText('UTF-8')).collect { name, values ->
      try {
        return [value: result(module.invokeMethod(name, values.collect { argument(it) } as Object[]))]
      } catch (Exception thrown) {
        return [thrown: String.valueOf(thrown.message)]
      }
    }`;
}
