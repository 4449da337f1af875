/** The built library that Jenkinsfiles are checked against. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnusableInput } from '../diagnostics/unusable-input';
import { nearestName } from '../diagnostics/nearest-name';
import { steps, describables } from '../jenkins';
import type { GlobalVariableModel } from '../model/model';
import { API_PATH, CONTRADICTIONS_PATH } from '../outputs/api';
import { OUTPUT_FOLDER } from '../outputs/header';
import { readApi } from '../outputs/read-api';
import { loadContradictions, type Contradictions } from './contradictions';
import { editsBetween } from './nearest';

/** Beyond this many edits a name means something else. */
const FARTHEST = 3;

/** What a library says of arguments that contradict each other, by variable; `not run` where its code may not run. */
type CheckedContradictions = ReadonlyMap<string, Contradictions> | 'not run';

/** What a library gives to Jenkinsfiles. */
export class CheckedLibrary {
  readonly variables: ReadonlyMap<string, GlobalVariableModel>;
  readonly names: readonly string[];
  private readonly nearest = new Map<string, string | undefined>();
  private knownTags: readonly string[] | undefined;
  private knownContradictions: CheckedContradictions | undefined;

  /**
   * @param name what Jenkins calls it
   * @param readTags its versions, the newest one last
   * @param readContradictions what it says of arguments that contradict each other
   */
  constructor(
    readonly name: string,
    variables: readonly GlobalVariableModel[],
    private readonly readTags: () => readonly string[] = () => [],
    private readonly readContradictions: () => CheckedContradictions = () => new Map(),
  ) {
    this.variables = new Map(variables.map((variable) => [variable.name, variable]));
    this.names = [...this.variables.keys()];
  }

  /** Its versions, the newest one last; none where they are not known. */
  get tags(): readonly string[] {
    return (this.knownTags ??= this.readTags());
  }

  /** @throws UnusableInput when their file is not as the build of a library leaves it */
  get contradictions(): CheckedContradictions {
    return (this.knownContradictions ??= this.readContradictions());
  }

  /** The variable that was probably meant by the name of a call that nobody knows. */
  nearestVariable(name: string): string | undefined {
    if (!this.nearest.has(name)) this.nearest.set(name, this.findNearest(name));
    return this.nearest.get(name);
  }

  private findNearest(name: string): string | undefined {
    if (steps.has(name) || describables.has(name)) return undefined;
    const near = nearestName(name, this.names);
    return near !== undefined && editsBetween(name, near) <= FARTHEST ? near : undefined;
  }
}

/** Whether a folder holds a built library. */
export function hasLibrary(folder: string): boolean {
  return apiFiles(folder).some((file) => existsSync(file));
}

/**
 * Reads the built library of a folder, or of the generated folder itself.
 * @param shown the folder as the user named it
 * @param isTrusted whether its code may run: the user has named it, or it came with this program
 * @throws UnusableInput when it was not built, or by a newer gig-ci
 */
export function openCheckedLibrary(folder: string, shown: string, isTrusted: boolean): CheckedLibrary {
  const file = apiFiles(folder).find((path) => existsSync(path));
  if (file === undefined) {
    const reason = existsSync(folder)
      ? `holds no built library: no ${OUTPUT_FOLDER}/${API_PATH}`
      : 'does not exist';
    const remedy = 'Build it with npx gig-ci build, or name another folder: --library FOLDER.';
    throw new UnusableInput([{ place: shown, reason, remedy }]);
  }
  const { variables } = readApi(readFileSync(file, 'utf8'), join(shown, file.slice(folder.length)));
  const code = join(dirname(file), CONTRADICTIONS_PATH);
  return new CheckedLibrary(
    nameOf(folder),
    variables,
    () => tagsOf(folder),
    () => contradictionsIn(code, isTrusted),
  );
}

function contradictionsIn(file: string, isTrusted: boolean): CheckedContradictions {
  if (!existsSync(file)) return new Map();
  return isTrusted ? loadContradictions(readFileSync(file, 'utf8'), file) : 'not run';
}

function apiFiles(folder: string): readonly string[] {
  return [join(folder, OUTPUT_FOLDER, API_PATH), join(folder, API_PATH)];
}

/** What its package is called, without a scope; else the name of the folder. */
function nameOf(folder: string): string {
  const file = join(folder, 'package.json');
  const fromFolder = basename(folder);
  if (!existsSync(file)) return fromFolder;
  try {
    const description: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof description !== 'object' || description === null || !('name' in description))
      return fromFolder;
    return String(description.name).replace(/^@[^/]*\//, '');
  } catch {
    // A description that is broken hurts whoever installs it, not whoever calls the library.
    return fromFolder;
  }
}

/** The tags of a clone; a folder inside of another clone has none of its own. */
function tagsOf(folder: string): readonly string[] {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel').trim()) !== realpathSync(folder)) return [];
    return git('tag', '--list', '--sort=version:refname')
      .split('\n')
      .filter((tag) => tag !== '');
  } catch {
    // No git, or no clone: nothing is known about versions.
    return [];
  }
}
