/** TypeScript types of parameters -> what a call from a Jenkinsfile is checked against. Exact, or a diagnostic. */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import { constrain } from './constraints';
import { detailsOf } from './details';
import type { ModelContext } from './context';
import type { Defaults } from './defaults';
import { documentationOf } from './documentation';
import { literalsInOrder } from './literals';
import type { ParameterModel, TypeModel } from './model';

/** Reads the interfaces of parameters. */
export class ParameterReader {
  constructor(
    private readonly context: ModelContext,
    private readonly defaults: Defaults,
  ) {}

  /** Reads the properties of an interface. @param place names and interfaces around it; none for the parameters of a global variable */
  parameters(type: ts.Type, place: Place = OUTERMOST): readonly ParameterModel[] {
    const properties = this.context.checker.getPropertiesOfType(type);
    this.reportNearlyEqualNames(properties, place);
    const names = properties.map(({ name }) => name);
    return properties.flatMap((property) => this.parameter(property, names, place) ?? []);
  }

  private parameter(
    property: ts.Symbol,
    beside: readonly string[],
    { path: outer, within }: Place,
  ): ParameterModel | undefined {
    const declaration = property.valueDeclaration;
    if (declaration === undefined) return undefined;
    const { checker } = this.context;
    const path = [...outer, property.name];
    const shown = path.join('.');
    const { summary, tags } = documentationOf(declaration);
    if (summary === '') this.context.report(declaration, problems.undocumentedParameter(shown));
    const defaultValue = this.defaults.of(declaration, shown, this.context);
    const required = (property.flags & ts.SymbolFlags.Optional) === 0;
    if (required && defaultValue !== undefined) {
      this.context.report(declaration, problems.defaultOfRequired(shown));
    }
    const read = this.type(checker.getNonNullableType(checker.getTypeOfSymbol(property)), {
      path,
      within,
      declaration,
    });
    if (read === undefined) return undefined;
    const type = constrain(this.context, read, tags);
    return {
      name: property.name,
      summary,
      type,
      required,
      ...(defaultValue === undefined ? {} : { defaultValue }),
      ...detailsOf(this.context, tags, type, beside),
    };
  }

  private type(type: ts.Type, place: TypePlace): TypeModel | undefined {
    const { checker } = this.context;
    // TypeScript has reported an unknown name, the compiler an `any`.
    if (hasFlag(type, ts.TypeFlags.Any)) return undefined;
    if (hasFlag(type, ts.TypeFlags.String)) return { kind: 'string' };
    if (hasFlag(type, ts.TypeFlags.Number)) return { kind: 'integer' };
    if (hasFlag(type, ts.TypeFlags.Boolean)) return { kind: 'boolean' };
    if (type.isStringLiteral()) return { kind: 'literals', values: [type.value] };
    if (type.isUnion()) return this.union(type, place);
    if (checker.isTupleType(type))
      return this.refuse(type, place, 'a list has elements of one type, in any number');
    if (checker.isArrayType(type)) return this.list(type, place);
    if (hasFlag(type, ts.TypeFlags.Object)) return this.object(type, place);
    return this.refuse(type, place, 'it has no counterpart in a Jenkinsfile');
  }

  /** `'a' | 'b'`, or `false | Group`. */
  private union(union: ts.UnionType, place: TypePlace): TypeModel | undefined {
    const literals = union.types.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
    if (literals.length === union.types.length) {
      return { kind: 'literals', values: literalsInOrder(this.context.checker, place.declaration, literals) };
    }
    const [group, ...others] = union.types.filter((member) => !this.isFalse(member));
    const canBeFalse = others.length === 0 && union.types.length === 2;
    const read =
      canBeFalse && group !== undefined && hasFlag(group, ts.TypeFlags.Object) && this.type(group, place);
    if (read === undefined) return undefined;
    if (read !== false && read.kind === 'group') return { ...read, canBeFalse };
    return this.refuse(union, place, 'a union holds string literals, or `false` and one interface');
  }

  private isFalse(type: ts.Type): boolean {
    return hasFlag(type, ts.TypeFlags.BooleanLiteral) && this.context.checker.typeToString(type) === 'false';
  }

  private list(type: ts.Type, place: TypePlace): TypeModel | undefined {
    const elementType = this.context.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const element = elementType && this.type(elementType, place);
    return element && { kind: 'list', element };
  }

  /** A map with free keys, or a group with fixed ones. */
  private object(type: ts.Type, place: TypePlace): TypeModel | undefined {
    const { checker } = this.context;
    if (isClosureType(type)) return { kind: 'closure' };
    const symbol = type.getSymbol();
    if (symbol !== undefined && place.within.includes(symbol))
      return this.refuse(type, place, 'it contains itself');
    const within = symbol === undefined ? place.within : [...place.within, symbol];
    const properties = checker.getPropertiesOfType(type);
    const [freeKeys, ...moreKeys] = checker.getIndexInfosOfType(type);
    if (freeKeys === undefined) {
      const named = properties.length > 0 && properties.every(({ name }) => PARAMETER_NAME.test(name));
      if (!named || type.getCallSignatures().length > 0) {
        return this.refuse(type, place, 'it is no interface of named values');
      }
      return { kind: 'group', parameters: this.parameters(type, { ...place, within }), canBeFalse: false };
    }
    if (properties.length > 0 || moreKeys.length > 0 || !hasFlag(freeKeys.keyType, ts.TypeFlags.String)) {
      return this.refuse(type, place, 'free keys are strings and stand alone');
    }
    const value = this.type(freeKeys.type, { ...place, within });
    return value && { kind: 'record', value };
  }

  private reportNearlyEqualNames(properties: readonly ts.Symbol[], { path }: Place): void {
    const seen = new Map<string, string>();
    for (const { name, valueDeclaration } of properties) {
      const other = seen.get(name.toLowerCase());
      if (other !== undefined && valueDeclaration !== undefined) {
        const problem = problems.nearlyEqualNames([...path, name].join('.'), [...path, other].join('.'));
        this.context.report(valueDeclaration, problem);
      }
      seen.set(name.toLowerCase(), name);
    }
  }

  private refuse(type: ts.Type, { path, declaration }: TypePlace, reason: string): undefined {
    const shown = this.context.checker.typeToString(type);
    this.context.report(declaration, problems.uncheckableType(path.join('.'), shown, reason));
    return undefined;
  }
}

/** Where an interface is used. */
interface Place {
  /** Names of the parameters around it. */
  readonly path: readonly string[];
  /** Interfaces around it: none may contain itself. */
  readonly within: readonly ts.Symbol[];
}

interface TypePlace extends Place {
  /** The property that has the type. */
  readonly declaration: ts.Declaration;
}

const OUTERMOST: Place = { path: [], within: [] };

const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** `() => void`: what a Jenkinsfile writes as a closure. */
function isClosureType(type: ts.Type): boolean {
  const [signature, ...others] = type.getCallSignatures();
  return (
    signature !== undefined &&
    others.length === 0 &&
    type.getProperties().length === 0 &&
    signature.getParameters().length === 0 &&
    hasFlag(signature.getReturnType(), ts.TypeFlags.Void)
  );
}

function hasFlag(type: ts.Type, flag: ts.TypeFlags): boolean {
  return (type.flags & flag) !== 0;
}
