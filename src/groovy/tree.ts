/**
 * The Groovy syntax tree: what the compiler makes and the printer prints. A discriminated union on `kind`; there is no
 * node for raw text, so everything that reaches a file has passed the printer's quoting and precedence rules.
 * Only Groovy that groovy-cps 1.31 and today's engine have in common has a node here.
 */

/** Where a node comes from: a position in a TypeScript file, lines and columns counted from 1. */
export interface Origin {
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Node {
  readonly origin?: Origin | undefined;
}

/** Static types that mean the same in both colours; numbers and booleans stay untyped (`def`). */
export type StaticType = 'String' | 'List' | 'Map' | 'Closure';

export interface Identifier extends Node {
  readonly kind: 'identifier';
  readonly name: string;
  /** A class, `this`, or a global such as `env`: never a local, however one may be called. */
  readonly global?: boolean;
}
/** A constant string; the printer chooses the quotes. */
export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}
/** A GString. Text and holes alternate; only for places that flatten it at once (see `toText`). */
export interface Interpolation extends Node {
  readonly kind: 'interpolation';
  readonly parts: readonly (string | Expression)[];
}
/** A Long (printed `42`, or `42L` beyond 2^31) or a Double (printed `0.5d`). */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
}
export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NullLiteral extends Node {
  readonly kind: 'null';
}
export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly elements: readonly Expression[];
}
export interface MapEntry {
  /** A constant key, quoted when it is no identifier, or a computed one, printed in parentheses. */
  readonly key: string | Expression;
  readonly value: Expression;
}
export interface MapLiteral extends Node {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}
/** `object.name`, or `object?.name`; names that Map or Groovy claim are printed as `object['name']`. */
export interface PropertyAccess extends Node {
  readonly kind: 'property';
  readonly object: Expression;
  readonly name: string;
  readonly safe?: boolean;
}
export interface IndexAccess extends Node {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression;
}
/** A named argument is what Groovy collects in a leading Map. */
export interface NamedArgument {
  readonly name: string;
  readonly value: Expression;
}
/** `receiver.name(arguments) { body }`; without a receiver a step, a method of the script or a closure variable. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly receiver?: Expression | undefined;
  readonly safe?: boolean;
  readonly name: string;
  readonly named: readonly NamedArgument[];
  readonly positional: readonly Expression[];
  /** A closure printed behind the parentheses. */
  readonly trailing?: Closure | undefined;
}
export interface Construction extends Node {
  readonly kind: 'new';
  readonly className: string;
  readonly arguments: readonly Expression[];
}
export interface Closure extends Node {
  readonly kind: 'closure';
  /** No defaults: the engine ignores them. */
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
}
export type BinaryOperator = '+' | '-' | '*' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | 'in';
export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}
export interface Ternary extends Node {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
/** `value ?: otherwise`: where nothing but absence, or what equals `otherwise`, is false in Groovy. */
export interface Elvis extends Node {
  readonly kind: 'elvis';
  readonly value: Expression;
  readonly otherwise: Expression;
}

export type Expression =
  | Identifier
  | StringLiteral
  | Interpolation
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | ListLiteral
  | MapLiteral
  | PropertyAccess
  | IndexAccess
  | Call
  | Construction
  | Closure
  | Binary
  | Unary
  | Ternary
  | Elvis;

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}
/** `def name = value`, or with a static type. */
export interface VariableDeclaration extends Node {
  readonly kind: 'variable';
  readonly type?: StaticType | undefined;
  readonly name: string;
  readonly value?: Expression | undefined;
}
export interface Assignment extends Node {
  readonly kind: 'assignment';
  readonly target: Identifier | PropertyAccess;
  readonly operator: '=' | '+=' | '-=';
  readonly value: Expression;
}
export interface If extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: readonly Statement[];
  /** A single nested `if` prints as `else if`. */
  readonly whenFalse?: readonly Statement[] | undefined;
}
/** `for (variable in list)`. */
export interface ForIn extends Node {
  readonly kind: 'forIn';
  readonly type?: StaticType | undefined;
  readonly variable: string;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
}
/** `for (int variable = from; variable < to; variable++)`. */
export interface ForIndex extends Node {
  readonly kind: 'forIndex';
  readonly variable: string;
  readonly from: Expression;
  readonly to: Expression;
  readonly body: readonly Statement[];
}
export interface While extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: readonly Statement[];
}
export interface SwitchCase {
  /** Several values share a body; none is `default`. */
  readonly values: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface Switch extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
}
export interface CatchClause {
  /** Simple class name; the file imports it. */
  readonly type: string;
  readonly variable: string;
  readonly body: readonly Statement[];
}
export interface Try extends Node {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly catches: readonly CatchClause[];
  readonly finalizer?: readonly Statement[] | undefined;
}
export interface Throw extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}
export interface Return extends Node {
  readonly kind: 'return';
  readonly value?: Expression | undefined;
}
export interface Break extends Node {
  readonly kind: 'break';
}
export interface Continue extends Node {
  readonly kind: 'continue';
}
/** The author's comment, without its delimiters; several lines print as several `//` lines. */
export interface Comment extends Node {
  readonly kind: 'comment';
  readonly text: string;
}
/** A blank line that the author left between two statements. */
export interface BlankLine extends Node {
  readonly kind: 'blank';
}

export type Statement =
  | ExpressionStatement
  | VariableDeclaration
  | Assignment
  | If
  | ForIn
  | ForIndex
  | While
  | Switch
  | Try
  | Throw
  | Return
  | Break
  | Continue
  | Comment
  | BlankLine;
export interface Parameter {
  readonly type?: StaticType | undefined;
  readonly name: string;
  /** Only on methods (closures ignore it), and only a constant: the engine evaluates it outside CPS. */
  readonly defaultValue?: Expression | undefined;
}
export interface Method extends Node {
  readonly kind: 'method';
  readonly annotations: readonly 'NonCPS'[];
  readonly modifiers: readonly ('private' | 'static')[];
  readonly returnType?: StaticType | 'void' | undefined;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** What the passes named it after, when they split it off: a method or a variable. */
  readonly splitFrom?: string | undefined;
  /** Comments that stand alone above it: for each paragraph its lines. */
  readonly preface?: readonly (readonly string[])[] | undefined;
  /** Lines of comments above the documentation. */
  readonly remarks?: readonly string[] | undefined;
  /** Text of the Groovydoc comment, one line an element. */
  readonly documentation?: readonly string[] | undefined;
}
/** What scripts and classes have in common. */
interface FileParts {
  /** Path in groovy-out/, e.g. `vars/gigTrivyScan.groovy`. */
  readonly path: string;
  /** Path of the TypeScript source, for the header line. */
  readonly source: string;
  /** Lines of comments below the header line. */
  readonly remarks?: readonly string[] | undefined;
  readonly imports: readonly string[];
  readonly methods: readonly Method[];
  /** Comments that end the file: for each paragraph its lines. */
  readonly atEnd?: readonly (readonly string[])[] | undefined;
}
/** A file of `vars/`: methods of the script class. */
export interface ScriptFile extends FileParts {
  readonly kind: 'script';
}
/** A file of `src/`: one final class with static methods. */
export interface ClassFile extends FileParts {
  readonly kind: 'class';
  readonly packageName: string;
  readonly documentation?: readonly string[] | undefined;
  readonly name: string;
}
export type GroovyFile = ScriptFile | ClassFile;
