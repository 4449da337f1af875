/** The resource scripts of the library, found by path and by text. */
import type { ScriptModel } from '../model/model';
import type { Effects } from './record';

/** A script of `resources/gig-ci/` with the text that `libraryResource` returns. */
export interface ScriptSource {
  readonly model: ScriptModel;
  readonly text: string;
}

/** A script as the simulator uses it. */
export interface ResourceScript extends ScriptSource {
  /** Path inside `resources/`. */
  readonly path: string;
  /** What its header says it leaves, frees and sends; `undefined` when that is nothing. */
  readonly effects: Effects | undefined;
}

/** The resource scripts of a library: `libraryResource` asks by path, `sh` by the text that it runs. */
export class Resources {
  private readonly byPath = new Map<string, ResourceScript>();
  private readonly byText = new Map<string, ResourceScript>();

  constructor(scripts: readonly ScriptSource[]) {
    for (const { model, text } of scripts) {
      const script: ResourceScript = { model, text, path: `gig-ci/${model.name}`, effects: effectsOf(model) };
      this.byPath.set(script.path, script);
      this.byText.set(text, script);
    }
  }

  withPath(path: string): ResourceScript | undefined {
    return this.byPath.get(path);
  }

  /** The script with exactly this text. */
  withText(text: string): ResourceScript | undefined {
    return this.byText.get(text);
  }
}

function effectsOf({ acquires, releases, publishes }: ScriptModel): Effects | undefined {
  if (acquires.length + releases.length + publishes.length === 0) return undefined;
  return {
    ...(acquires.length > 0 ? { acquires } : {}),
    ...(releases.length > 0 ? { releases } : {}),
    ...(publishes.length > 0 ? { publishes } : {}),
  };
}
