/** What the lowering of one function shares: where it is, what it reports, and statements that must run before. */
import ts from 'typescript';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { diagnosticAt } from '../../diagnostics/locate';
import type { Problem } from '../../diagnostics/problem';
import {
  groovy,
  type Expression,
  type Identifier,
  type Origin,
  type Statement,
  type StaticType,
} from '../../groovy';
import type { Analysis } from '../analysis/analyse';
import type { Colour } from '../analysis/colour';
import type { FunctionLike } from '../analysis/functions';
import { kindOf, staticTypeOf, type ValueKind } from '../analysis/types';
import type { Module } from '../load';

/** A value and the statements that must run before it. */
export interface Captured<Result> {
  readonly statements: readonly Statement[];
  readonly result: Result;
}

/** Lowers any node; made from the tables, handed in so that the lowerings need not import the tables that name them. */
export interface Dispatch {
  expression(context: Context, node: ts.Expression): Expression;
  statements(context: Context, nodes: ts.NodeArray<ts.Statement>): readonly Statement[];
  statement(context: Context, node: ts.Statement): readonly Statement[];
}

/** What the functions of one Groovy file share. */
export interface FileState {
  readonly analysis: Analysis;
  readonly module: Module;
  readonly diagnostics: Diagnostic[];
  /** Constants at module level that are used as a whole: each becomes a method that returns the literal. */
  readonly constants: Map<ts.VariableDeclaration, string>;
  /** Names of methods of this file. */
  readonly methodNames: Set<string>;
}

/** The state of one function while it is lowered. */
export class Context {
  private readonly frames: Statement[][] = [];
  private readonly replacements = new Map<ts.Symbol, Expression>();
  private readonly taken: Set<string>;
  private readonly explained = new Set<ts.Node>();
  private remarks: string[] = [];
  /** The parameter of a recursive function that counts how deep its calls are nested. */
  nesting: Identifier | undefined;

  constructor(
    private readonly dispatch: Dispatch,
    readonly file: FileState,
    readonly enclosing: FunctionLike,
  ) {
    this.taken = namesIn(enclosing);
  }

  get analysis(): Analysis {
    return this.file.analysis;
  }

  get checker(): ts.TypeChecker {
    return this.file.analysis.project.checker;
  }

  typeOf(node: ts.Node): ts.Type {
    return this.analysis.typeOf(node);
  }

  /** What kind of values an expression has. */
  kindOf(node: ts.Node): ValueKind {
    return kindOf(this.typeOf(node), this.checker);
  }

  /** The Groovy type of a local that holds the value; numbers, booleans and mixed values have none. */
  staticTypeOf(node: ts.Node): StaticType | undefined {
    return staticTypeOf(this.typeOf(node), this.checker);
  }

  /** The colour of the method that is made. Closures in it have the same: the engine transforms both or none. */
  get colour(): Colour {
    return this.analysis.colourOf(this.enclosing);
  }

  /** Lowers an expression; what must run before it is added to the current statement. */
  lower(node: ts.Expression): Expression {
    return this.dispatch.expression(this, node);
  }

  /** Lowers the statements of a block, with comments and blank lines. */
  lowerStatements(nodes: ts.NodeArray<ts.Statement>): readonly Statement[] {
    return this.dispatch.statements(this, nodes);
  }

  /** Lowers a branch or the body of a loop: a block, or a single statement. */
  lowerBody(node: ts.Statement): readonly Statement[] {
    return ts.isBlock(node) ? this.lowerStatements(node.statements) : this.dispatch.statement(this, node);
  }

  /** Reports a construct and stands in for it. */
  refuse(node: ts.Node, problem: Problem): Expression {
    this.report(node, problem);
    return groovy.nullLiteral();
  }

  report(node: ts.Node, problem: Problem): void {
    this.file.diagnostics.push(diagnosticAt(node, problem, this.analysis.project.folder));
  }

  origin(node: ts.Node): Origin {
    // Without the file, each call would look for it through all parents.
    const { file, sourceFile } = this.file.module;
    const { line, character } = ts.getLineAndCharacterOfPosition(sourceFile, node.getStart(sourceFile));
    return { file, line: line + 1, column: character + 1 };
  }

  /** Adds a statement that runs before the expression that is being lowered. */
  before(...statements: readonly Statement[]): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) throw new Error('an expression is lowered outside a statement');
    frame.push(...statements);
  }

  /** Lowers something and hands back the statements that must run before it, instead of passing them on. */
  capture<Result>(lower: () => Result): Captured<Result> {
    const frame: Statement[] = [];
    this.frames.push(frame);
    try {
      const result = lower();
      return { statements: frame, result };
    } finally {
      this.frames.pop();
    }
  }

  /** Adds the statements of a capture before the current expression and gives its result. */
  release<Result>({ statements, result }: Captured<Result>): Result {
    this.before(...statements);
    return result;
  }

  /** Says above the statement, the first time in this function, what the author says where a value is declared. */
  explain(declared: ts.Node, name: string, [first, ...others]: readonly string[]): void {
    if (first !== undefined && !this.explained.has(declared))
      this.remarks.push(`${name}: ${first}`, ...others);
    this.explained.add(declared);
  }

  /** Lowers something, and hands back what was explained in it and in no statement inside. */
  withRemarks<Result>(lower: () => Result): { readonly remarks: readonly string[]; readonly result: Result } {
    const outer = this.remarks;
    const remarks: string[] = [];
    this.remarks = remarks;
    try {
      return { remarks, result: lower() };
    } finally {
      this.remarks = outer;
    }
  }

  /** A name that nothing else in this function has, and that no nested function uses. */
  freshName(wanted: string): string {
    let name = wanted;
    for (let attempt = 2; this.taken.has(name); attempt++) name = `${wanted}${attempt}`;
    this.taken.add(name);
    return name;
  }

  /** Gives a fresh name back: what it names is out of sight. */
  giveBack(name: string): void {
    this.taken.delete(name);
  }

  /** Makes an expression stand wherever a variable is read. */
  replace(symbol: ts.Symbol, expression: Expression): void {
    this.replacements.set(symbol, expression);
  }

  /** A local variable or parameter where it is read. */
  read(symbol: ts.Symbol): Expression {
    return this.replacements.get(symbol) ?? groovy.identifier(symbol.name);
  }
}

/** The names of variables in a function, so that a new name cannot be mistaken for one of the author's. */
function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && !isKey(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

/** The identifier names a property and no variable. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
