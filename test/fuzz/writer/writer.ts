/** The state of the writer of one program: the decisions, what is visible, what may stand here. */
import ts from 'typescript';
import type { Choices } from '../choices';
import { Scope, type Variable } from './scope';
import type { Data } from './types';

/** A function of the module that expressions may call. */
export interface FunctionSignature {
  readonly name: string;
  readonly parameters: readonly { readonly type: Data; readonly optional: boolean }[];
  readonly result: Data;
  readonly colour: 'pure' | 'pipeline';
}

/**
 * Which functions the text is for. `both`: it is printed twice, as a pure function and as a pipeline function, so it uses
 * what both may use.
 */
export type Colour = 'pure' | 'both' | 'pipeline';

/** Where a statement stands. */
interface Place {
  /** `break` and `continue` mean a loop here. */
  readonly inLoop: boolean;
  /** Inside a loop, a callback or a closure: a list from outside may be being visited. */
  readonly visiting: boolean;
  /** What `return` takes; `undefined`: nothing may be returned; `'nothing'`: `return;`. */
  readonly result: Data | 'nothing' | undefined;
  /** Inside `finally`, which must not leave the function. */
  readonly inFinally: boolean;
}

const names = [
  'a',
  'b',
  'c',
  'text',
  'size',
  'id',
  'def',
  'it',
  'owner',
  'delegate',
  'value',
  'choice',
  'holds',
  'found',
  'parameters',
  'error',
  'stageName',
  'entry',
  'keys',
  'length',
  'binding',
  'element',
  'failed',
  'later',
  'thrown',
  'properties',
  'note',
  'call',
  'list',
  'map',
  'println',
  'as1',
  'x$',
  'echoed',
  'env1',
  'indexAndElement',
  'metadata',
] as const;

export class Writer {
  scope = new Scope();
  place: Place = { inLoop: false, visiting: false, result: undefined, inFinally: false };
  /** What the program must have around it: `node`, or nothing. */
  isPlain = true;
  readonly functions: FunctionSignature[] = [];
  private labels = 0;
  private serial = 0;

  /** @param budget how many statements may be written in all */
  constructor(
    readonly choices: Choices,
    public colour: Colour,
    private budget: number,
  ) {}

  /** Takes one statement from the budget; false when there is none left. */
  spend(): boolean {
    return !this.choices.isOver && this.budget-- > 0;
  }

  /** A name that no visible variable has. */
  freshName(): string {
    const taken = this.scope.names;
    const wanted = names[this.choices.below(names.length)] ?? names[0];
    if (!taken.includes(wanted)) return wanted;
    return `${wanted}${++this.serial}`;
  }

  /** A name that may hide one from outside: a parameter is declared before all else in its block. */
  parameterName(others: readonly string[]): string {
    const wanted = names[this.choices.below(names.length)] ?? names[0];
    return others.includes(wanted) ? `${wanted}${++this.serial}` : wanted;
  }

  /** Writes something in a block of its own. */
  inBlock<Result>(write: () => Result, place: Partial<Place> = {}): Result {
    const { scope, place: outer } = this;
    this.scope = new Scope(scope);
    this.place = { ...outer, ...place };
    try {
      return write();
    } finally {
      this.scope = scope;
      this.place = outer;
    }
  }

  /** A number that no other label of the program has. */
  freshLabel(): number {
    return ++this.labels;
  }

  /** Says the newest variables, so that the first difference names its statement. */
  trace(): string {
    const shown = [
      ...this.scope.all.map(({ name }) => name),
      ...this.scope.closures.map(({ name }) => name),
      ...this.scope.sets.map(({ name }) => `[...${name}]`),
    ].slice(-12);
    const label = `${this.freshLabel()} `;
    return `SAY('${label}' + JSON.stringify([${shown.join(', ')}]));`;
  }

  /** Says a text that is computed here. */
  say(expression: string): string {
    return `SAY('${this.freshLabel()} ' + ${expression});`;
  }

  /** The variables whose type the checker narrows when they are tested in a text. */
  narrowedBy(text: string): readonly string[] {
    return this.scope.all
      .filter((variable) => mayNarrow(variable) && mentions(text, variable.name))
      .map(({ name }) => name);
  }
}

function mayNarrow({ type }: Variable): boolean {
  return ['flag', 'optional', 'choice', 'object'].includes(type.kind);
}

/** Whether a text uses a variable or function of that name: not in a string, not as a key. */
export function mentions(text: string, name: string): boolean {
  if (!mayMention(text, name)) return false;
  return namesIn(text).has(name);
}

/** The names in the texts that were asked about last: each is asked about many names. */
const known = new Map<string, ReadonlySet<string>>();
const knownAtMost = 200;

function namesIn(text: string): ReadonlySet<string> {
  const names = known.get(text) ?? findNames(text);
  if (known.size === knownAtMost) known.clear();
  known.set(text, names);
  return names;
}

function findNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isKey(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('mentions.ts', text, ts.ScriptTarget.ES2022, true));
  return names;
}

function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}

function mayMention(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name.replace('$', '\\$')}(?![\\w$])`).test(text);
}
