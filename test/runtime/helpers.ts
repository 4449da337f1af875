/** Calls static methods of the runtime helpers on real Groovy, many in one JVM. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateGroovy } from '../support/groovy';

/** `Text.split` with its arguments. */
export interface HelperCall {
  readonly helper: string;
  readonly values: readonly unknown[];
}

/** What a call gave. A Double is marked, so that a Long in its place is noticed; anything else is plain JSON. */
export type HelperResult = { readonly value: unknown } | { readonly thrown: string };

const runtimeFolder = join(__dirname, '../../src/runtime');

/**
 * Groovy closures `argument` and `result`. Whole numbers arrive as Longs, others as Doubles, as the compiler's output has
 * them; a result that the compiler's output would never hold is told by its class.
 */
export const conversions = `
      def argument
      argument = { value ->
        if (value instanceof Number) { return value.longValue() }
        if (value instanceof List) { return value.collect { argument(it) } }
        if (value instanceof Map && value.number) { return value.number.toDouble() }
        if (value instanceof Map) { return value.entries.collectEntries { entry -> [(entry[0]): argument(entry[1])] } }
        return value
      }
      def result
      result = { value ->
        if (value instanceof Double) { return ['double': String.valueOf(value)] }
        if (value instanceof List) { return value.collect { result(it) } }
        if (value instanceof Map) { return value.collectEntries { key, each -> [(key): result(each)] } }
        def isPlain = value == null || value.class in [String, Boolean, Long, Integer]
        return isPlain ? value : ['not plain': value.class.name]
      }`;

/** Makes a folder with the helpers in their package, and the one class of Jenkins that they name. */
export function helperSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-runtime-'));
  cpSync(runtimeFolder, join(folder, 'gigci/runtime'), { recursive: true });
  const steps = 'org/jenkinsci/plugins/workflow/steps';
  mkdirSync(join(folder, steps), { recursive: true });
  writeFileSync(
    join(folder, steps, 'FlowInterruptedException.groovy'),
    `package ${steps.replaceAll('/', '.')}\n\nclass FlowInterruptedException extends InterruptedException {\n}\n`,
  );
  return folder;
}

/** Makes all calls, in order. Whole numbers arrive as Longs, others as Doubles, as the compiler's output has them. */
export async function callHelpers(calls: readonly HelperCall[]): Promise<readonly HelperResult[]> {
  const folder = helperSources();
  try {
    const input = join(folder, 'calls.json');
    writeFileSync(
      input,
      JSON.stringify(calls.map(({ helper, values }) => ({ helper, values: values.map(encoded) }))),
    );
    const script = `
      ${conversions}
      new groovy.json.JsonSlurper().parse(new File('${input}'), 'UTF-8').collect { call ->
        def (className, method) = call.helper.tokenize('.')
        def helper = Class.forName('gigci.runtime.' + className, true, this.class.classLoader)
        try {
          return [value: result(helper.invokeMethod(method, call.values.collect { argument(it) } as Object[]))]
        } catch (Exception thrown) {
          return [thrown: thrown.message]
        }
      }`;
    const [outcome] = await evaluateGroovy([script], folder);
    if (outcome === undefined || 'failure' in outcome) {
      throw new Error(outcome?.failure);
    }
    return outcome.value as HelperResult[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** JsonSlurper sorts the keys of an object and wraps long numbers: both travel in another form. */
export function encoded(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return { number: String(value) };
  }
  if (Array.isArray(value)) {
    return value.map(encoded);
  }
  return typeof value === 'object' && value !== null
    ? { entries: Object.entries(value).map(([key, each]) => [key, encoded(each)]) }
    : value;
}

/** What {@link callHelpers} gives for a value of JavaScript. */
export function asResult(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return { double: value };
  }
  if (Array.isArray(value)) {
    return value.map(asResult);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asResult(each)]));
  }
  return value === undefined ? null : Object.is(value, -0) ? 0 : value;
}

/** Java prints a Double otherwise than JavaScript; both read the same back. */
export function readDoubles(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(readDoubles);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const [first] = entries;
    if (entries.length === 1 && first?.[0] === 'double') {
      return { double: Number(first[1]) };
    }
    return Object.fromEntries(entries.map(([key, each]) => [key, readDoubles(each)]));
  }
  return value;
}
