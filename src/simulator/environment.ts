/**
 * The environment of a thread, as Jenkins' EnvVars and the expanders of block steps build it: names differ in more than
 * case, an empty value removes a variable, `PATH+X` prepends. A body shares the layers of what is around it.
 */

interface Variable {
  /** As it was first spelt: a later assignment in other case keeps the spelling. */
  readonly name: string;
  /** `undefined`: removed. */
  readonly value: string | undefined;
}

/** Environment variables with those around them. Names differ in more than case, and an empty value removes one (EnvVars). */
export class Environment {
  private flat: { readonly [name: string]: string } | undefined;
  private sortedNames: readonly string[] | undefined;

  private constructor(
    private readonly outer: Environment | undefined,
    private readonly layer: ReadonlyMap<string, Variable>,
    private readonly declared: boolean,
    /** Values that the log must not show. */
    readonly secrets: readonly string[],
  ) {}

  /** The environment of a build before any step. */
  static of(variables: { readonly [name: string]: string }): Environment {
    return new Environment(undefined, new Map(), false, []).inner(Object.entries(variables), false, []);
  }

  /** The variables of an agent, which declare nothing that a script could have been given. */
  onAgent(variables: { readonly [name: string]: string }): Environment {
    return this.inner(
      Object.entries(variables).filter(([name]) => !this.declares(name)),
      false,
      this.secrets,
    );
  }

  /** What the body of a stage sees; its name is nothing that a script was given. */
  inStage(name: string): Environment {
    return this.inner([['STAGE_NAME', name]], false, this.secrets);
  }

  /**
   * What a body sees in which these variables are set.
   * @param secrets values among them that the log must not show
   */
  overridden(
    variables: readonly (readonly [name: string, value: string])[],
    secrets: readonly string[] = [],
  ): Environment {
    return this.inner(variables, true, secrets.length === 0 ? this.secrets : [...this.secrets, ...secrets]);
  }

  /** The value of a variable in whatever case its name is. */
  get(name: string): string | undefined {
    return this.find(name.toLowerCase())?.value;
  }

  /** Whether a step around this place has set the variable, be it to the empty text, which removes it. */
  declares(name: string): boolean {
    return (this.declared && this.layer.has(name.toLowerCase())) || (this.outer?.declares(name) ?? false);
  }

  /** Names of the variables that steps have set and that exist, sorted. */
  get declaredNames(): readonly string[] {
    if (this.sortedNames === undefined) {
      const names = new Map<string, Variable>();
      this.collect(names, (environment) => environment.declared);
      this.sortedNames = [...names.values()].map(({ name }) => name).sort();
    }
    return this.sortedNames;
  }

  /** All variables; always the same object. */
  get variables(): { readonly [name: string]: string } {
    if (this.flat === undefined) {
      const variables = new Map<string, Variable>();
      this.collect(variables, () => true);
      this.flat = Object.fromEntries([...variables.values()].map(({ name, value = '' }) => [name, value]));
    }
    return this.flat;
  }

  /** Adds what exists in the wanted layers, the outermost first, by lower-case name. */
  private collect(variables: Map<string, Variable>, isWanted: (layer: Environment) => boolean): void {
    this.outer?.collect(variables, isWanted);
    if (!isWanted(this)) return;
    for (const [key, variable] of this.layer) {
      if (variable.value === undefined) variables.delete(key);
      else variables.set(key, variable);
    }
  }

  private inner(
    variables: readonly (readonly [string, string])[],
    declared: boolean,
    secrets: readonly string[],
  ): Environment {
    const layer = new Map<string, Variable>();
    const inner = new Environment(this, layer, declared, secrets);
    for (const [name, value] of variables) inner.set(layer, name, value);
    return inner;
  }

  /** EnvVars.override. */
  private set(layer: Map<string, Variable>, name: string, value: string): void {
    const plus = value === '' ? -1 : name.indexOf('+');
    const target = plus > 0 ? name.slice(0, plus) : name;
    const key = target.toLowerCase();
    const present = this.find(key);
    const spelling = present?.value === undefined ? target : present.name;
    if (value === '') {
      layer.set(key, { name: present?.name ?? target, value: undefined });
    } else if (plus > 0 && present?.value !== undefined) {
      layer.set(key, { name: spelling, value: `${value}:${present.value}` });
    } else {
      layer.set(key, { name: spelling, value });
    }
  }

  private find(key: string): Variable | undefined {
    return this.layer.get(key) ?? this.outer?.find(key);
  }
}
