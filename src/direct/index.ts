/**
 * The direct world: loads a library for Node and runs its global variables. `transform` makes generators of its pipeline
 * functions, `runtime` is what these call, `program` drives them for the simulator, and `jenkinsfile` reads the call that
 * starts it all. What has a meaning of its own here has its twin in `src/runtime/`.
 */
import { compileFunction } from 'node:vm';
import type { Analysis } from '../compiler/analysis/analyse';
import { defaultFunctionOf } from '../compiler/analysis/resolve';
import type { GlobalVariableModel, ScriptModel } from '../model/model';
import type { Program, Signal } from '../simulator/program';
import { compileModule } from './compile-module';
import { checkedArguments, type JenkinsfileCall } from './call';
import { runStatements, type Surroundings } from './jenkinsfile-program';
import type { JenkinsfileScript, Values } from './jenkinsfile-script';
import { moduleLoader, type ModuleCode } from './module-loader';
import { DirectProgram, type Session } from './program';
import type { Pipeline } from './requests';
import { createJenkinsModule, createRuntime } from './runtime';
import { RUNTIME } from './syntax';
import { entry } from './values';

/** A library that is ready to run in Node. Several programs may run one after the other. */
export interface DirectLibrary {
  /**
   * A program that runs a Jenkinsfile. A call of a global variable in it: normalise, check, perform.
   * @param parameters the global `params`
   */
  program(script: JenkinsfileScript, parameters?: Values['parameters']): Program<Signal>;
}

/** The default function of a global variable, as the transform left it. */
type Perform =
  | { readonly colour: 'pipeline'; readonly run: (parameters: object) => Pipeline<unknown> }
  | { readonly colour: 'pure'; readonly run: (parameters: object) => unknown };

/** Compiles all modules of a project that has no diagnostics. */
export function loadDirectLibrary(
  analysis: Analysis,
  models: readonly GlobalVariableModel[],
  scripts: readonly ScriptModel[],
): DirectLibrary {
  const session: Session = { context: undefined };
  const runtime = createRuntime(session, new Map(scripts.map((script) => [script.name, script])), models);
  const jenkins = createJenkinsModule(session);
  const modules = new Map(analysis.project.modules.map((module) => [module.file, module]));

  const codeOf = (file: string): ModuleCode => {
    const module = modules.get(file);
    if (module === undefined) throw new Error(`no module ${file}`);
    return compileFunction(compileModule(analysis, module), ['exports', 'require', RUNTIME], {
      filename: file,
    }) as ModuleCode;
  };
  const load = moduleLoader(codeOf, jenkins, runtime);

  function performOf({ source }: GlobalVariableModel): Perform {
    const module = modules.get(source);
    const declaration = module && defaultFunctionOf(module.sourceFile);
    if (declaration === undefined) throw new Error(`${source} has no default function`);
    return { colour: analysis.colourOf(declaration), run: load(source)['default'] } as Perform;
  }

  function* call(model: GlobalVariableModel, made: JenkinsfileCall): Pipeline<unknown> {
    const given = yield* checkedArguments(model, made, session);
    const perform = performOf(model);
    return perform.colour === 'pure' ? perform.run(given) : yield* perform.run(given);
  }

  return {
    program({ statements }, parameters = {}) {
      const surroundings: Surroundings = {
        parameters,
        environment: (name) => entry(session.context?.environment ?? {}, name),
        globalVariable(made) {
          const model = models.find(({ name }) => name === made.name);
          return model === undefined ? undefined : call(model, made);
        },
      };
      return new DirectProgram(() => runStatements(statements, surroundings), session);
    },
  };
}
