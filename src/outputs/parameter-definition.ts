/**
 * GlobalVariableModel -> `src/gigci/parameters/<Name>Parameters.groovy`: the parameter model as Groovy literals, which
 * `gigci.runtime.Parameters.problems` reads. A parameter is
 *
 *     [name: 'apps', summary: 'Django apps.', required: false, type: [kind: 'list', element: [kind: 'string']]]
 *
 * with `defaultValue` where there is one (of a group none that is empty), with `details` of `environment` (of a group: whether something in it has one), `formerly`, `deprecated`, `requires` and `conflicts` where it has some, and a type has the keys of
 * {@link TypeModel}: `kind`, then only those that are set (`pattern`, `minLength`, `maxLength`, `secret`, `minimum`,
 * `maximum`, `values`, `element`, `minItems`, `uniqueItems`, `parameters`, `canBeFalse`, `value`).
 * `javaPattern` stands beside `pattern` where Java needs other text for the same meaning.
 */
import type { ClassFile, Expression, MapEntry, Method, Statement } from '../groovy/tree';
import type { DefaultValue, GlobalVariableModel, ParameterModel, TypeModel } from '../model/model';
import { parametersClassName, parametersPackage } from '../model/parameters-class';
import { toJavaPattern } from '../model/patterns';

/** What the engine compiles safely in one list literal. */
const LONGEST_LIST = 200;

/** Makes the class with the definition of a global variable's parameters. */
export function definitionClass(model: GlobalVariableModel): ClassFile {
  const name = parametersClassName(model.name);
  return {
    kind: 'class',
    path: `src/gigci/parameters/${name}.groovy`,
    source: model.source,
    packageName: parametersPackage,
    imports: ['com.cloudbees.groovy.cps.NonCPS'],
    documentation: [`Parameters of ${model.name}.`],
    name,
    methods: new DefinitionMethods().of(model.parameters),
  };
}

/** Gives every group a method of its own, so that no literal and no method outgrows the engine's limits. */
class DefinitionMethods {
  private readonly groups: Method[] = [];
  private readonly names = new Set<string>(['definition']);

  of(parameters: readonly ParameterModel[]): readonly Method[] {
    const body = this.returned(parameters, []);
    return [method('definition', ['static'], body), ...this.groups];
  }

  /** Emits `private static List trivyParameters()` and answers its call. */
  private group(parameters: readonly ParameterModel[], path: readonly string[]): Expression {
    const name = this.uniqueName([...path.map(capitaliseRest), 'Parameters'].join(''));
    const place = this.groups.length;
    const body = this.returned(parameters, path);
    // Before the groups inside it, so that the file reads from the outside in.
    this.groups.splice(place, 0, method(name, ['private', 'static'], body));
    return { kind: 'call', name, named: [], positional: [] };
  }

  private uniqueName(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.names.has(name); number++) name = `${wanted}${number}`;
    this.names.add(name);
    return name;
  }

  private returned(parameters: readonly ParameterModel[], path: readonly string[]): readonly Statement[] {
    const elements = parameters.map((parameter) => this.parameter(parameter, [...path, parameter.name]));
    return [{ kind: 'return', value: list(elements) }];
  }

  private parameter(parameter: ParameterModel, path: readonly string[]): Expression {
    const { name, summary, required, defaultValue, environment, deprecated, type } = parameter;
    const details: readonly (readonly [string, Expression])[] = [
      ...(environment === undefined ? [] : [['environment', text(environment)] as const]),
      ...flag('environment', isReadInside(type)),
      ...texts('formerly', parameter.formerly),
      ...(deprecated === undefined ? [] : [['deprecated', text(deprecated)] as const]),
      ...texts('requires', parameter.requires),
      ...texts('conflicts', parameter.conflicts),
    ];
    return map([
      ['name', text(name)],
      ['summary', text(summary)],
      ['required', { kind: 'boolean', value: required }],
      ...(defaultValue === undefined || (type.kind === 'group' && isEmptyMap(defaultValue))
        ? []
        : [['defaultValue', literal(defaultValue)] as const]),
      ...(details.length === 0 ? [] : [['details', map(details)] as const]),
      ['type', this.type(type, path)],
    ]);
  }

  private type(type: TypeModel, path: readonly string[]): Expression {
    return map([['kind', text(type.kind)], ...this.details(type, path)]);
  }

  private details(type: TypeModel, path: readonly string[]): readonly (readonly [string, Expression])[] {
    switch (type.kind) {
      case 'boolean':
      case 'closure':
        return [];
      case 'string':
        return [
          ...pattern(type.pattern),
          ...whole('minLength', type.minLength),
          ...whole('maxLength', type.maxLength),
          ...flag('secret', type.secret),
        ];
      case 'integer':
      case 'number':
        return [...whole('minimum', type.minimum), ...whole('maximum', type.maximum)];
      case 'literals':
        return [['values', list(type.values.map(text))]];
      case 'list':
        return [
          ...whole('minItems', type.minItems),
          ...flag('uniqueItems', type.uniqueItems),
          ['element', this.type(type.element, path)],
        ];
      case 'group':
        return [...flag('canBeFalse', type.canBeFalse), ['parameters', this.group(type.parameters, path)]];
      case 'record':
        return [['value', this.type(type.value, path)]];
    }
  }
}

function method(name: string, modifiers: Method['modifiers'], body: readonly Statement[]): Method {
  return {
    kind: 'method',
    annotations: ['NonCPS'],
    modifiers,
    returnType: 'List',
    name,
    parameters: [],
    body,
  };
}

function text(value: string): Expression {
  return { kind: 'string', value };
}

/** A group that a call leaves out has the defaults of its parts. */
function isEmptyMap(value: DefaultValue): boolean {
  return typeof value === 'object' && !isList(value) && Object.keys(value).length === 0;
}

function literal(value: DefaultValue): Expression {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isList(value)) return list(value.map(literal));
  return map(Object.entries(value).map(([key, entry]) => [key, literal(entry)] as const));
}

function isList(value: object): value is readonly DefaultValue[] {
  return Array.isArray(value);
}

/** Whether the environment may give something in a group that is left out. */
function isReadInside(type: TypeModel): boolean {
  return (
    type.kind === 'group' &&
    type.parameters.some((inner) => inner.environment !== undefined || isReadInside(inner.type))
  );
}

function texts(
  key: string,
  values: readonly string[] | undefined,
): readonly (readonly [string, Expression])[] {
  return values === undefined ? [] : [[key, list(values.map(text))]];
}

function whole(key: string, value: number | undefined): readonly (readonly [string, Expression])[] {
  return value === undefined ? [] : [[key, { kind: 'number', value }]];
}

function flag(key: string, value: boolean | undefined): readonly (readonly [string, Expression])[] {
  return value === true ? [[key, { kind: 'boolean', value }]] : [];
}

function pattern(source: string | undefined): readonly (readonly [string, Expression])[] {
  if (source === undefined) return [];
  const java = toJavaPattern(source);
  return [['pattern', text(source)], ...(java === source ? [] : [['javaPattern', text(java)] as const])];
}

function map(entries: readonly (readonly [string, Expression])[]): Expression {
  return { kind: 'map', entries: entries.map(([key, value]): MapEntry => ({ key, value })) };
}

/** A list literal, or a sum of literals where one would be too long. */
function list(elements: readonly Expression[]): Expression {
  const literals: Expression[] = [];
  for (let begin = 0; begin === 0 || begin < elements.length; begin += LONGEST_LIST) {
    literals.push({ kind: 'list', elements: elements.slice(begin, begin + LONGEST_LIST) });
  }
  return literals.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
}

function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function capitaliseRest(name: string, index: number): string {
  return index === 0 ? name : capitalise(name);
}
