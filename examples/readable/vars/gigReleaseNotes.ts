import { echo } from 'gig-ci/jenkins';

/** A change of the release. */
export interface Change {
  /** First line of the message: `feat: sign in with a key`. */
  subject: string;
  /** Who wrote it. */
  author: string;
}

/** Parameters of {@link gigReleaseNotes}. */
export interface ReleaseNotesParameters {
  /** Name of the release. */
  version: string;
  /** What is new in it. */
  changes: readonly Change[];
}

/**
 * The notes of a release: what is new, what was corrected, and whom to thank.
 * @returns the text
 * @example gigReleaseNotes(version: '1.2', changes: [[subject: 'feat: sign in', author: 'Ada']])
 */
export default function gigReleaseNotes({ version, changes }: ReleaseNotesParameters): string {
  const notes = releaseNotes(version, changes);
  echo(notes);
  return notes;
}

function releaseNotes(version: string, changes: readonly Change[]): string {
  const features = subjects(changes, 'feat: ');
  const corrections = subjects(changes, 'fix: ');
  const authors = changes.map(({ author }) => author).toSorted((one, other) => (one < other ? -1 : 1));

  // A release without one of the two says so.
  const lines = [
    `Release ${version}`,
    ...features.map((subject) => `+ ${subject}`),
    ...corrections.map((subject) => `! ${subject}`),
    features.length === 0 ? 'Nothing is new.' : `${features.length} new, ${corrections.length} corrected`,
  ];
  return `${lines.join('\n')}\nThanks to ${authors.join(', ')}`;
}

function subjects(changes: readonly Change[], prefix: string): string[] {
  return changes
    .filter(({ subject }) => subject.startsWith(prefix))
    .map(({ subject }) => subject.slice(prefix.length));
}
