/**
 * Defaults stand once, in the destructuring of the function that uses the parameter. They are found through the
 * property that a pattern takes apart, so that a group's defaults may stand in the global variable that the group is handed to.
 */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import { constantValue } from './constant';
import type { ModelContext } from './context';
import type { DefaultValue } from './model';

/** A default as written: `severity = ['HIGH']`. */
export interface WrittenDefault {
  /** The property of the parameter interface. */
  readonly property: ts.Declaration;
  readonly element: ts.BindingElement;
  readonly initializer: ts.Expression;
}

/** The defaults in the patterns of a file. */
export function writtenDefaults(
  checker: ts.TypeChecker,
  sourceFile: ts.SourceFile,
): readonly WrittenDefault[] {
  const written: WrittenDefault[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectBindingPattern(node)) written.push(...defaultsIn(checker, node));
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return written;
}

function defaultsIn(checker: ts.TypeChecker, pattern: ts.ObjectBindingPattern): readonly WrittenDefault[] {
  if (!pattern.elements.some(({ initializer }) => initializer !== undefined)) return [];
  const type = checker.getNonNullableType(checker.getTypeAtLocation(pattern));
  return pattern.elements.flatMap((element) => {
    const name = element.propertyName ?? element.name;
    if (element.initializer === undefined || !ts.isIdentifier(name)) return [];
    const property = checker.getPropertyOfType(type, name.text)?.valueDeclaration;
    return property === undefined ? [] : [{ property, element, initializer: element.initializer }];
  });
}

/** The defaults of a project by their properties. */
export class Defaults {
  private readonly byProperty = new Map<ts.Declaration, WrittenDefault[]>();

  constructor(written: Iterable<WrittenDefault>) {
    for (const each of written) {
      const known = this.byProperty.get(each.property);
      if (known === undefined) this.byProperty.set(each.property, [each]);
      else known.push(each);
    }
  }

  /** The default of a property of a parameter interface. @param path how diagnostics call the parameter */
  of(property: ts.Declaration, path: string, context: ModelContext): DefaultValue | undefined {
    const [first, ...others] = this.byProperty.get(property) ?? [];
    if (first === undefined) return undefined;
    const value = valueOf(first, path, context);
    for (const other of others) {
      const same = JSON.stringify(valueOf(other, path, context)) === JSON.stringify(value);
      if (!same) context.report(other.element, problems.contradictingDefaults(path, fileOf(first.element)));
    }
    return value;
  }
}

function valueOf(
  { element, initializer }: WrittenDefault,
  path: string,
  context: ModelContext,
): DefaultValue | undefined {
  const value = constantValue(context.checker, initializer);
  if (value === undefined) context.report(element, problems.defaultNotLiteral(path));
  return value;
}

function fileOf(node: ts.Node): string {
  return node.getSourceFile().fileName.replace(/^.*\//, '');
}
