/** What global variables reach: steps, scripts, commands and other global variables, through all that they call. */
import type { Uses } from '../../model/uses';
import type { Module } from '../load';
import { nameOf, type OwnUses } from './own-uses';
import { defaultFunctionOf } from './resolve';

/** A module, and what its functions use themselves. */
export interface ModuleWithUses {
  readonly module: Module;
  readonly ownUses: ReadonlyMap<string, OwnUses>;
}

/** What the default function of each global variable reaches, by the name of the variable. */
export function usesOf(modules: Iterable<ModuleWithUses>): ReadonlyMap<string, Uses> {
  const byFile = new Map([...modules].map((each) => [each.module.file, each]));
  return new Map(
    [...byFile.values()].flatMap(({ module }) => {
      const isCalled = module.kind === 'globalVariable';
      const start = isCalled ? defaultFunctionOf(module.sourceFile) : undefined;
      return start === undefined
        ? []
        : [[module.name, new Reach(byFile, module).from(nameOf(start))] as const];
    }),
  );
}

/** A walk from one function to all that it calls. */
class Reach {
  private readonly seen = new Set<string>();
  private readonly steps = new Map<string, 'required' | 'optional'>();
  private readonly scripts = new Set<string>();
  private readonly commands = new Set<string>();
  private readonly globalVariables = new Set<string>();

  constructor(
    private readonly modules: ReadonlyMap<string, ModuleWithUses>,
    private readonly home: Module,
  ) {}

  from(start: string): Uses {
    this.visit(this.home.file, start, undefined);
    return {
      steps: new Map([...this.steps].sort(([one], [other]) => (one < other ? -1 : 1))),
      scripts: [...this.scripts].sort(),
      commands: [...this.commands].sort(),
      globalVariables: [...this.globalVariables].sort(),
    };
  }

  /** @param optional the step that `ifInstalled` around the call asks for: the same function may be called without it */
  private visit(file: string, name: string, optional: string | undefined): void {
    const visited = `${file} ${name} ${optional ?? ''}`;
    if (this.seen.has(visited)) return;
    this.seen.add(visited);
    const found = this.modules.get(file);
    const own = found?.ownUses.get(name);
    if (found === undefined || own === undefined) return;
    const { module } = found;
    if (module.kind === 'globalVariable' && file !== this.home.file) this.globalVariables.add(module.name);
    for (const step of own.steps) this.use(step.name, step.optional ?? optional);
    for (const script of own.scripts) this.scripts.add(script);
    for (const command of own.commands) this.commands.add(command);
    for (const called of own.functions) this.visit(called.file, called.name, called.optional ?? optional);
  }

  private use(step: string, optional: string | undefined): void {
    const isOptional = step === optional && this.steps.get(step) !== 'required';
    this.steps.set(step, isOptional ? 'optional' : 'required');
  }
}
