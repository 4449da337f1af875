import { echo } from 'gig-ci/jenkins';

/** Parameters of {@link gigNextVersion}. */
export interface NextVersionParameters {
  /** The version so far: `1.4.2`. */
  version: string;
  /** What was changed since, one word for each change. */
  changes: readonly ('breaking' | 'feature' | 'fix' | 'other')[];
}

/** A version, and why. */
export interface NextVersion {
  version: string;
  counts: { [change: string]: number };
}

/**
 * The version behind some changes, by the rules of semantic versioning.
 * @returns the version with the number of changes of each kind
 * @example gigNextVersion(version: '1.4.2', changes: ['fix', 'feature'])
 */
export default function gigNextVersion({ version, changes }: NextVersionParameters): NextVersion {
  const next = nextVersion(version, changes);
  echo(`${version} -> ${next.version}`);
  return next;
}

function nextVersion(version: string, changes: readonly string[]): NextVersion {
  const numbers = version.split('.').map((digits) => Number(digits));
  const major = numbers[0] ?? 0;
  const minor = numbers[1] ?? 0;
  const patch = numbers[2] ?? 0;
  const counts: { [change: string]: number } = {};
  let part = 'none';
  for (const change of changes) {
    counts[change] = (counts[change] ?? 0) + 1;
    switch (change) {
      case 'breaking':
        part = 'major';
        break;
      case 'feature':
        part = part === 'major' ? part : 'minor';
        break;
      case 'fix':
        part = part === 'none' ? 'patch' : part;
        break;
      default:
      // Documentation and the like make no version.
    }
  }

  switch (part) {
    case 'major':
      return { version: `${major + 1}.0.0`, counts };
    case 'minor':
      return { version: `${major}.${minor + 1}.0`, counts };
    case 'patch':
      return { version: `${major}.${minor}.${patch + 1}`, counts };
    default:
      return { version, counts };
  }
}
