/** What is visible where an expression or a statement is written. */
import type { ClosureType, Data } from './types';

export interface Variable {
  readonly name: string;
  readonly type: Data;
  /** `let`, and no counter of a loop. */
  readonly assignable: boolean;
  /** A list of its own that is only pushed to, so that no loop visits it meanwhile. */
  readonly sink: boolean;
}

export interface ClosureVariable {
  readonly name: string;
  readonly type: ClosureType;
}

/** A set of texts. */
export interface SetVariable {
  readonly name: string;
  /** Texts that it probably has, as they are written. */
  readonly elements: readonly string[];
  readonly assignable: boolean;
}

/** A block: its own variables and those around it. */
export class Scope {
  private readonly own: Variable[] = [];
  private readonly ownClosures: ClosureVariable[] = [];
  private readonly ownSets: SetVariable[] = [];
  private readonly reserved = new Set<string>();
  private readonly hidden = new Set<string>();

  constructor(readonly parent?: Scope) {}

  /** The innermost variable of each name, except what is hidden. */
  get variables(): readonly Variable[] {
    const outer = (this.parent?.variables ?? []).filter(({ name }) => !this.declares(name));
    return [...outer, ...this.own].filter(({ name }) => !this.hidden.has(name));
  }

  /** The same with what is hidden. */
  get all(): readonly Variable[] {
    return [...(this.parent?.all ?? []).filter(({ name }) => !this.declares(name)), ...this.own];
  }

  get closures(): readonly ClosureVariable[] {
    const outer = (this.parent?.closures ?? []).filter(({ name }) => !this.declares(name));
    return [...outer, ...this.ownClosures];
  }

  get sets(): readonly SetVariable[] {
    const outer = (this.parent?.sets ?? []).filter(({ name }) => !this.declares(name));
    return [...outer, ...this.ownSets];
  }

  declare(variable: Variable): void {
    this.own.push(variable);
  }

  declareClosure(closure: ClosureVariable): void {
    this.ownClosures.push(closure);
  }

  declareSet(set: SetVariable): void {
    this.ownSets.push(set);
  }

  /** The checker knows less of these variables here than what was declared. */
  hide(names: Iterable<string>): void {
    for (const name of names) this.hidden.add(name);
  }

  /** Takes a name for something that is no value of a program: the error of a `catch`. */
  reserve(name: string): void {
    this.reserved.add(name);
  }

  /** Names that a new variable must not have. */
  get names(): readonly string[] {
    return [...(this.parent?.names ?? []), ...this.declared, ...this.reserved];
  }

  /** Whether a new variable may have that name: it is not declared in this block. */
  declares(name: string): boolean {
    return this.declared.includes(name);
  }

  private get declared(): readonly string[] {
    return [...this.own, ...this.ownClosures, ...this.ownSets].map(({ name }) => name);
  }
}
