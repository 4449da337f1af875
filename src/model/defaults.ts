/**
 * Defaults stand once, in the destructuring of the function that uses the parameter. They are found through the
 * property that a pattern takes apart, so that a group's defaults may stand in the global variable that the group is handed to.
 */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import { constantValue } from './constant';
import type { DefinitionModule, ModelContext } from './context';
import type { DefaultValue } from './model';

/** A default as written: `severity = ['HIGH']`. */
interface Written {
  readonly element: ts.BindingElement;
  readonly initializer: ts.Expression;
}

export class Defaults {
  private readonly written = new Map<ts.Declaration, Written[]>();

  constructor(
    private readonly context: ModelContext,
    modules: readonly DefinitionModule[],
  ) {
    for (const { sourceFile } of modules) this.collect(sourceFile);
  }

  /** The default of a property of a parameter interface. @param path how diagnostics call the parameter */
  of(property: ts.Declaration, path: string): DefaultValue | undefined {
    const [first, ...others] = this.written.get(property) ?? [];
    if (first === undefined) return undefined;
    const value = this.valueOf(first, path);
    for (const other of others) {
      const same = JSON.stringify(this.valueOf(other, path)) === JSON.stringify(value);
      if (!same)
        this.context.report(other.element, problems.contradictingDefaults(path, fileOf(first.element)));
    }
    return value;
  }

  private valueOf({ element, initializer }: Written, path: string): DefaultValue | undefined {
    const value = constantValue(this.context.checker, initializer);
    if (value === undefined) this.context.report(element, problems.defaultNotLiteral(path));
    return value;
  }

  private collect(node: ts.Node): void {
    if (ts.isObjectBindingPattern(node)) this.collectPattern(node);
    ts.forEachChild(node, (child) => this.collect(child));
  }

  private collectPattern(pattern: ts.ObjectBindingPattern): void {
    const { checker } = this.context;
    const type = checker.getNonNullableType(checker.getTypeAtLocation(pattern));
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (element.initializer === undefined || !ts.isIdentifier(name)) continue;
      const property = checker.getPropertyOfType(type, name.text)?.valueDeclaration;
      if (property === undefined) continue;
      const known = this.written.get(property) ?? [];
      this.written.set(property, [...known, { element, initializer: element.initializer }]);
    }
  }
}

function fileOf(node: ts.Node): string {
  return node.getSourceFile().fileName.replace(/^.*\//, '');
}
