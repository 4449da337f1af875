/** The JSON Schema of a call: valid, readable, and of one mind with the check. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020';
import { compileLibrary } from '../../src/build/compile-library';
import type { GlobalVariableModel, ParameterModel, TypeModel } from '../../src/model/model';
import { normalise, type Argument } from '../../src/outputs/arguments';
import { callFindings, isProblem } from '../../src/outputs/parameter-check';
import { schemaFile } from '../../src/outputs/schema';
import { join } from 'node:path';
import { nearlyValidCalls, randomCalls, TWIN, type Arguments } from './twin';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: true, strictTuples: true });

const library = compileLibrary(join(__dirname, '..', '..')).definitions.models;

function compiled(model: GlobalVariableModel): (call: Arguments) => readonly string[] {
  const validate = ajv.compile(JSON.parse(schemaFile(model)[1]) as object);
  return (call) => {
    validate(call);
    return ruleSet((validate.errors ?? []).flatMap(rulesOf));
  };
}

/** `path rule` of an error, as the check calls them. */
function rulesOf({ instancePath, keyword, params }: ErrorObject): readonly string[] {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((outer, part) => (/^\d+$/.test(part) ? `${outer}[${part}]` : `${outer}.${part}`), '');
  const within = (name: string): string => `${path}.${name}`.slice(1);
  switch (keyword) {
    // Follows the errors of the branch that was taken.
    case 'if':
      return [];
    case 'required':
      return [`${within(String(params['missingProperty']))} required`];
    case 'additionalProperties':
      return [`${within(String(params['additionalProperty']))} additionalProperties`];
    case 'false schema':
      return [`${path.slice(1)} conflicts`];
    case 'not':
      return [`${path.slice(1)} type`];
    default:
      return [`${path.slice(1)} ${keyword}`];
  }
}

/**
 * One mistake is one problem: what is none of the allowed texts need not be called no text, and a fraction below the
 * minimum of a whole number is no whole number.
 */
function ruleSet(rules: readonly string[]): readonly string[] {
  const all = new Set(rules);
  const isSaid = (rule: string, follows: string, said: string): boolean =>
    rule.endsWith(` ${follows}`) && all.has(rule.replace(/ \w+$/, ` ${said}`));
  return [...all]
    .filter(
      (rule) =>
        !isSaid(rule, 'type', 'enum') && !isSaid(rule, 'minimum', 'type') && !isSaid(rule, 'maximum', 'type'),
    )
    .sort();
}

function rulesOfCheck(model: GlobalVariableModel, call: Arguments): readonly string[] {
  return ruleSet(
    callFindings(model.parameters, call)
      .filter(isProblem)
      .map(({ path, rule }) => `${path} ${rule}`),
  );
}

/** Keys that are numbers look like places in a list, in what ajv says. */
function compare(model: GlobalVariableModel, calls: readonly Arguments[]): number {
  const check = compiled(model);
  const kinds = new Set<string>();
  for (const given of calls) {
    const call = normalise(given);
    const ours = rulesOfCheck(model, call);
    if (JSON.stringify(ours) !== JSON.stringify(check(call))) {
      expect({ call, rules: ours }).toEqual({ call, rules: check(call) });
    }
    kinds.add(ours.join());
  }
  return kinds.size;
}

test('10,000 calls break the same rules at the same places', () => {
  const calls = [...randomCalls(4000, 7), ...nearlyValidCalls(6000, 8)];
  expect(compare(TWIN, calls)).toBeGreaterThan(3500);
  expect(calls.filter((call) => rulesOfCheck(TWIN, normalise(call)).length === 0).length).toBeGreaterThan(
    500,
  );
});

describe.each(library.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  test('has a schema that its defaults and examples fit, and that reads well', () => {
    expect(missingTexts(JSON.parse(schemaFile(model)[1]) as object)).toEqual([]);
    expect(compare(model, callsNear(model))).toBeGreaterThan(Math.min(model.parameters.length, 2));
  });
});

/** Places whose description is missing. */
function missingTexts(schema: object, path = ''): readonly string[] {
  const { properties = {}, description } = schema as { properties?: object; description?: string };
  return [
    ...(description === undefined ? [path] : []),
    ...Object.entries(properties).flatMap(([name, each]) => missingTexts(each as object, `${path}.${name}`)),
  ];
}

/** Calls with one value of each kind for each parameter, and without any. */
function callsNear({ parameters }: GlobalVariableModel): readonly Arguments[] {
  return [{}, ...parameters.flatMap(({ name, type }) => values(type).map((value) => ({ [name]: value })))];
}

const STRANGE: readonly Argument[] = ['', 'x', 7, -0.5, true, false, [], ['x', 7, 'x'], {}, { x: 1 }];

function values(type: TypeModel): readonly Argument[] {
  if (type.kind === 'list') return [...STRANGE, ...values(type.element).map((value) => [value, value])];
  if (type.kind !== 'group') return STRANGE;
  const inner = type.parameters.flatMap(({ name, type: own }: ParameterModel) =>
    values(own).map((value) => ({ [name]: value })),
  );
  return [...STRANGE, ...inner];
}
