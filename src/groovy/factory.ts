/** Constructors of the Groovy syntax tree. What is left out is empty; `at` adds the place in TypeScript. */
import type {
  Assignment,
  Binary,
  BinaryOperator,
  BooleanLiteral,
  Call,
  CatchClause,
  Closure,
  Comment,
  Construction,
  Elvis,
  Expression,
  ExpressionStatement,
  ForIn,
  ForIndex,
  Identifier,
  If,
  IndexAccess,
  Interpolation,
  ListLiteral,
  MapEntry,
  MapLiteral,
  Method,
  NamedArgument,
  NullLiteral,
  NumberLiteral,
  Origin,
  Parameter,
  PropertyAccess,
  Return,
  Statement,
  StaticType,
  StringLiteral,
  Switch,
  SwitchCase,
  Ternary,
  Throw,
  Try,
  Unary,
  VariableDeclaration,
  While,
  BlankLine,
  Break,
  Continue,
} from './tree';

/** The same node with its place in TypeScript. */
export function at<Node extends Expression | Statement | Method>(
  origin: Origin | undefined,
  node: Node,
): Node {
  return origin === undefined ? node : { ...node, origin };
}

/** A local variable or parameter. */
export function identifier(name: string): Identifier {
  return { kind: 'identifier', name };
}

/** A class, `this`, or a global such as `env`; no local of that name is meant. */
export function global(name: string): Identifier {
  return { kind: 'identifier', name, global: true };
}

export function string(value: string): StringLiteral {
  return { kind: 'string', value };
}

/** A GString; a constant string when no part is an expression. */
export function interpolation(...parts: readonly (string | Expression)[]): Interpolation | StringLiteral {
  const constants = parts.filter((part) => typeof part === 'string');
  return constants.length === parts.length ? string(constants.join('')) : { kind: 'interpolation', parts };
}

export function number(value: number): NumberLiteral {
  return { kind: 'number', value };
}

export function boolean(value: boolean): BooleanLiteral {
  return { kind: 'boolean', value };
}

export function nullLiteral(): NullLiteral {
  return { kind: 'null' };
}

export function list(...elements: readonly Expression[]): ListLiteral {
  return { kind: 'list', elements };
}

export function entry(key: string | Expression, value: Expression): MapEntry {
  return { key, value };
}

export function map(...entries: readonly MapEntry[]): MapLiteral {
  return { kind: 'map', entries };
}

export function property(
  object: Expression,
  name: string,
  options: { readonly safe?: boolean } = {},
): PropertyAccess {
  return { kind: 'property', object, name, ...options };
}

export function index(object: Expression, key: Expression): IndexAccess {
  return { kind: 'index', object, index: key };
}

export function named(name: string, value: Expression): NamedArgument {
  return { name, value };
}

interface CallOptions {
  readonly named?: readonly NamedArgument[];
  readonly trailing?: Closure | undefined;
  readonly safe?: boolean;
}

/** `name(arguments) { … }`: a step or a method of the script. */
export function call(name: string, positional: readonly Expression[] = [], options: CallOptions = {}): Call {
  return { kind: 'call', name, named: [], positional, ...options };
}

/** `receiver.name(arguments) { … }`. */
export function methodCall(
  receiver: Expression,
  name: string,
  positional: readonly Expression[] = [],
  options: CallOptions = {},
): Call {
  return { ...call(name, positional, options), receiver };
}

/** `Class.name(arguments)`: a static method, e.g. of a runtime helper. */
export function staticCall(className: string, name: string, ...positional: readonly Expression[]): Call {
  return methodCall(global(className), name, positional);
}

export function construct(className: string, ...values: readonly Expression[]): Construction {
  return { kind: 'new', className, arguments: values };
}

export function parameter(name: string, type?: StaticType, defaultValue?: Expression): Parameter {
  return { name, type, defaultValue };
}

export function closure(parameters: readonly Parameter[], body: readonly Statement[]): Closure {
  return { kind: 'closure', parameters, body };
}

export function binary(left: Expression, operator: BinaryOperator, right: Expression): Binary {
  return { kind: 'binary', operator, left, right };
}

export function not(operand: Expression): Unary {
  return { kind: 'unary', operator: '!', operand };
}

export function negative(operand: Expression): Unary {
  return { kind: 'unary', operator: '-', operand };
}

export function ternary(condition: Expression, whenTrue: Expression, whenFalse: Expression): Ternary {
  return { kind: 'ternary', condition, whenTrue, whenFalse };
}

export function elvis(value: Expression, otherwise: Expression): Elvis {
  return { kind: 'elvis', value, otherwise };
}

export function statement(expression: Expression): ExpressionStatement {
  return { kind: 'expression', expression };
}

/** `def name = value`, or with a static type. */
export function variable(name: string, value?: Expression, type?: StaticType): VariableDeclaration {
  return { kind: 'variable', name, value, type };
}

export function assign(
  target: Assignment['target'],
  value: Expression,
  operator: Assignment['operator'] = '=',
): Assignment {
  return { kind: 'assignment', target, operator, value };
}

export function ifElse(
  condition: Expression,
  whenTrue: readonly Statement[],
  whenFalse?: readonly Statement[],
): If {
  return { kind: 'if', condition, whenTrue, whenFalse };
}

export function forIn(
  variable: string,
  iterable: Expression,
  body: readonly Statement[],
  type?: StaticType,
): ForIn {
  return { kind: 'forIn', variable, iterable, body, type };
}

/** `for (int variable = from; variable < to; variable++)`. */
export function forIndex(
  variable: string,
  from: Expression,
  to: Expression,
  body: readonly Statement[],
): ForIndex {
  return { kind: 'forIndex', variable, from, to, body };
}

export function whileLoop(condition: Expression, body: readonly Statement[]): While {
  return { kind: 'while', condition, body };
}

/** One section of a switch; without values it is `default`. */
export function switchCase(values: readonly Expression[], body: readonly Statement[]): SwitchCase {
  return { values, body };
}

export function switchOf(subject: Expression, cases: readonly SwitchCase[]): Switch {
  return { kind: 'switch', subject, cases };
}

export function catchClause(type: string, variable: string, body: readonly Statement[]): CatchClause {
  return { type, variable, body };
}

export function tryCatch(
  body: readonly Statement[],
  catches: readonly CatchClause[],
  finalizer?: readonly Statement[],
): Try {
  return { kind: 'try', body, catches, finalizer };
}

export function throwValue(value: Expression): Throw {
  return { kind: 'throw', value };
}

export function returnValue(value?: Expression): Return {
  return { kind: 'return', value };
}

export function breakLoop(): Break {
  return { kind: 'break' };
}

export function continueLoop(): Continue {
  return { kind: 'continue' };
}

export function comment(text: string): Comment {
  return { kind: 'comment', text };
}

export function blankLine(): BlankLine {
  return { kind: 'blank' };
}

type MethodDetails = Partial<Omit<Method, 'kind' | 'name' | 'body'>>;

/** A method; what is left out: no parameters, no annotation, no modifier, any result, no documentation. */
export function method(name: string, body: readonly Statement[], details: MethodDetails = {}): Method {
  return { kind: 'method', annotations: [], modifiers: [], parameters: [], name, body, ...details };
}
