/** Tags of images: what each word of the parameter `tags` becomes for a build. */

/** What a build is called. */
export interface BuildIdentity {
  readonly number: number;
  /** Commit, 40 hexadecimal digits. */
  readonly commit: string;
  readonly branch: string | undefined;
  /** Git tag that is built. */
  readonly gitTag: string | undefined;
}

export interface ImageTags {
  /** In the order of the parameter. */
  readonly all: string[];
  /** Name one image for ever. */
  readonly fixed: string[];
  /** Move to the newest image: `latest`, the branch. */
  readonly moving: string[];
  /** Why words of the parameter are left out. */
  readonly omitted: string[];
}

/** What the grammar of registries allows. */
export function isValidTag(tag: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag);
}

/** The tag that identifies a build, e.g. `42-a3f5c21`. A fixed length: git's own abbreviation grows with the repository. */
export function buildTag({ number, commit }: BuildIdentity): string {
  return `${number}-${commit.slice(0, 7)}`;
}

/**
 * The tag of the image on the machine that builds it: what hardly another build there has, while the first builds of two branches at the same
 * commit share their {@link buildTag}.
 * @param label of the build on this machine
 */
export function localTag(identity: BuildIdentity, label: string): string {
  return `${buildTag(identity)}-${hash(label)}`;
}

/** The tags of a build. @param words as in the parameter `tags`: known words and literal tags */
export function imageTags(words: readonly string[], build: BuildIdentity): ImageTags {
  const all: string[] = [];
  const moving: string[] = [];
  const omitted: string[] = [];
  for (const word of words) {
    const tag = tagOf(word, build);
    if (tag === undefined) {
      omitted.push(
        word === 'semver'
          ? `'semver': this is no build of a git tag like v1.2.3`
          : `'branch': this job has no branch`,
      );
    } else if (!all.includes(tag)) {
      all.push(tag);
      if (word === 'latest' || word === 'branch') {
        moving.push(tag);
      }
    }
  }
  return { all, fixed: all.filter((tag) => !moving.includes(tag)), moving, omitted };
}

function tagOf(word: string, build: BuildIdentity): string | undefined {
  switch (word) {
    case 'build-commit':
      return buildTag(build);
    case 'build':
      return `${build.number}`;
    case 'commit':
      return build.commit.slice(0, 7);
    case 'branch':
      return build.branch === undefined ? undefined : branchTag(build.branch);
    case 'semver':
      return build.gitTag === undefined ? undefined : semanticTag(build.gitTag);
    default:
      return word;
  }
}

/** `v1.4.0` -> `1.4.0`; none for a git tag that is no version. A registry knows no `+`. */
function semanticTag(gitTag: string): string | undefined {
  const version = gitTag.startsWith('v') ? gitTag.slice(1) : gitTag;
  return /^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(version) ? version.replaceAll('+', '_') : undefined;
}

/** `main` -> `main`, `feature/x` -> `feature-x-p8de6l`: what had to be changed gets a hash, so that two branches hardly share a tag. */
function branchTag(branch: string): string {
  if (isValidTag(branch)) {
    return branch;
  }
  const readable = branch.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replaceAll(/^[.-]+/g, '');
  // Nothing is readable of a name in other letters than these.
  const start = readable === '' ? '' : `${readable.slice(0, 120)}-`;
  return `${start}${hash(branch)}`;
}

/** Six characters that differ for different texts, nearly always; the factor is larger than any UTF-16 unit and keeps the product exact. */
function hash(text: string): string {
  let value = 5381;
  for (const character of text.split('')) {
    value = (value * 65599 + (character.codePointAt(0) ?? 0)) % 2147483647;
  }
  let digits = '';
  while (digits.length < 6) {
    digits += '0123456789abcdefghijklmnopqrstuvwxyz'.charAt(value % 36);
    value = Math.floor(value / 36);
  }
  return digits;
}
