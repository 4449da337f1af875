/**
 * Shell commands: a tagged template becomes a constant script and a list of variables. Both worlds take them from here,
 * so no value can become text of a command in either.
 */
import ts from 'typescript';
import type { Project } from '../load';
import { environmentName } from './names';
import type { Secrets } from './secrets';
import { ShellLexer, type ShellPlace } from './shell-lexer';

/** A variable of a command. A list becomes `NAME_COUNT`, `NAME_1`, … and `"$@"` in the script. */
interface ShellVariable {
  readonly name: string;
  readonly expression: ts.Expression;
  readonly kind: 'scalar' | 'list';
}

/** A hole that cannot be filled safely, or a template that is no command. */
export interface ShellProblem {
  readonly node: ts.Expression;
  readonly kind:
    | Exclude<ShellPlace, 'bare' | 'doubleQuoted'>
    | 'secondList'
    | 'listInText'
    | 'listElsewhere'
    | 'noSecretBinding'
    | 'type'
    | 'empty';
}

/** A command whose values travel as environment variables. */
export interface ShellCommand {
  /** The constant text for `sh`. */
  readonly script: string;
  /** In the order of the holes, each variable once. */
  readonly environment: readonly ShellVariable[];
  /** Variables of bound secrets that the script reads. */
  readonly secrets: readonly string[];
  readonly problems: readonly ShellProblem[];
}

/** Makes the constant script of a template behind `sh`, `sh.output` or `sh.status`. */
export function readShellCommand(
  template: ts.TemplateLiteral,
  project: Project,
  secrets: Secrets,
): ShellCommand {
  return new CommandBuilder(project.checker, secrets).build(template);
}

class CommandBuilder {
  private readonly lexer = new ShellLexer();
  private readonly environment: ShellVariable[] = [];
  private readonly secretNames = new Set<string>();
  private readonly problems: ShellProblem[] = [];
  private secretsInScope: readonly string[] = [];
  private list: ShellVariable | undefined;
  private hasCalls = false;

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly secrets: Secrets,
  ) {}

  build(template: ts.TemplateLiteral): ShellCommand {
    this.secretsInScope = this.secrets.secretVariablesAround(template);
    let script = this.text(ts.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text);
    const spans = ts.isNoSubstitutionTemplateLiteral(template) ? [] : template.templateSpans;
    this.hasCalls = spans.some(({ expression }) => containsCall(expression));
    spans.forEach(({ expression, literal }, index) => {
      const isLast = index === spans.length - 1;
      script += this.hole(expression, index + 1, literal.text, isLast) + this.text(literal.text);
    });
    if (script.trim() === '') this.refuse(template, 'empty');
    if (this.list !== undefined && this.lexer.changesArguments())
      this.refuse(this.list.expression, 'listElsewhere');
    const body = dedent(script);
    return {
      script: this.list === undefined ? body : withPrelude(body, listPrelude(this.list.name)),
      environment: this.environment,
      secrets: [...this.secretNames],
      problems: this.problems,
    };
  }

  private text(part: string): string {
    this.lexer.read(part);
    return part;
  }

  /**
   * The text that stands for a hole: `"${GIG_X-}"`, without the quotes where the author wrote them.
   * @param following the text up to the next hole, or to the end
   */
  private hole(expression: ts.Expression, ordinal: number, following: string, isLast: boolean): string {
    const place = this.lexer.place();
    const isArgument = this.lexer.beginsArgument() && endsArgument(following, place, isLast);
    this.lexer.skipHole();
    if (place !== 'bare' && place !== 'doubleQuoted') return this.refuse(expression, place);
    const kind = this.kindOf(expression);
    if (kind === 'refused') return this.refuse(expression, 'type');
    if (kind === 'secret') return this.secret(expression, place);
    if (kind === 'scalar') return quoted(`$\{${this.variable(expression, ordinal, 'scalar').name}-}`, place);
    if (!isArgument) return this.refuse(expression, 'listInText');
    const variable = this.variable(expression, ordinal, 'list');
    if (this.list !== undefined && this.list !== variable) return this.refuse(expression, 'secondList');
    this.list = variable;
    return quoted('$@', place);
  }

  private secret(expression: ts.Expression, place: ShellPlace): string {
    const variable = this.secrets.secretVariableAt(expression);
    if (variable === undefined) return this.refuse(expression, 'noSecretBinding');
    this.secretNames.add(variable);
    return quoted(`$\{${variable}-}`, place);
  }

  private refuse(node: ts.Expression, kind: ShellProblem['kind']): string {
    this.problems.push({ node, kind });
    return '';
  }

  private kindOf(expression: ts.Expression): 'scalar' | 'list' | 'secret' | 'refused' {
    if (this.secrets.isSecret(expression)) return 'secret';
    const type = this.checker.getTypeAtLocation(expression);
    if (isScalar(type)) return 'scalar';
    return this.checker.isArrayType(type) || this.checker.isTupleType(type) ? 'list' : 'refused';
  }

  /** The variable of an expression; a repeated one shares it, unless a hole might assign it in between. */
  private variable(expression: ts.Expression, ordinal: number, kind: ShellVariable['kind']): ShellVariable {
    const isPath = isNamePath(expression);
    const known = this.environment.find(
      (variable) => isPath && !this.hasCalls && variable.expression.getText() === expression.getText(),
    );
    if (known !== undefined) return known;
    const wanted = isPath ? environmentName(expression.getText()) : `GIG_VALUE_${ordinal}`;
    const variable = { name: this.freeName(wanted, kind), expression, kind };
    this.environment.push(variable);
    return variable;
  }

  private freeName(wanted: string, kind: ShellVariable['kind']): string {
    const isFree = (name: string): boolean =>
      this.secretsInScope.every(
        (secret) => secret !== name && !(kind === 'list' && isPartOfList(secret, name)),
      ) &&
      this.environment.every(
        (other) =>
          other.name !== name &&
          !(other.kind === 'list' && isPartOfList(name, other.name)) &&
          !(kind === 'list' && isPartOfList(other.name, name)),
      );
    let name = wanted;
    for (let attempt = 2; !isFree(name); attempt++) name = `${wanted}_X${attempt}`;
    return name;
  }
}

/** `NAME_COUNT` and `NAME_<n>` belong to list `NAME`. */
function isPartOfList(name: string, list: string): boolean {
  return name.startsWith(`${list}_`) && /^(COUNT|\d+)$/.test(name.slice(list.length + 1));
}

/** `image` or `database.port`: what can name a variable. */
function isNamePath(expression: ts.Expression): boolean {
  if (ts.isIdentifier(expression)) return true;
  return ts.isPropertyAccessExpression(expression) && isNamePath(expression.expression);
}

function containsCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) ||
    ts.isTaggedTemplateExpression(node) ||
    ts.forEachChild(node, containsCall) === true
  );
}

function isScalar(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isScalar);
  const scalars = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike;
  return (type.flags & scalars) !== 0;
}

function quoted(reference: string, place: ShellPlace): string {
  return place === 'bare' ? `"${reference}"` : reference;
}

/** Whether a word that begins with a hole ends behind it, and behind its own closing quote. */
function endsArgument(following: string, place: ShellPlace, isLast: boolean): boolean {
  const rest = place === 'doubleQuoted' ? following.replace(/^"/, '') : following;
  if (place === 'doubleQuoted' && rest === following) return false;
  return rest === '' ? isLast : /^[\s;&|<>)]/.test(rest);
}

/** Behind the line that names the shell. */
function withPrelude(body: string, prelude: string): string {
  const [first = '', ...others] = body.split('\n');
  return first.startsWith('#!') ? [first, prelude, ...others].join('\n') : `${prelude}\n${body}`;
}

/** Rebuilds `"$@"` from numbered variables; only constant names are evaluated, never a value. */
function listPrelude(name: string): string {
  return [
    'set --',
    'gig_index=1',
    `while [ "$gig_index" -le "$\{${name}_COUNT:-0}" ]; do`,
    `    eval "set -- \\"\\$@\\" \\"\\\${${name}_$gig_index-}\\""`,
    '    gig_index=$((gig_index + 1))',
    'done',
  ].join('\n');
}

/** Takes the common indentation away, and the empty first and last line of a template that has several. */
function dedent(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  if (lines[0]?.trim() === '') lines.shift();
  if (lines.at(-1)?.trim() === '') lines.pop();
  const indentations = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indentations);
  return lines.map((line) => line.slice(Number.isFinite(common) ? common : 0)).join('\n');
}
