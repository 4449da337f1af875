/** Whether the library is loaded, and in which version. */
import { nearestName } from '../diagnostics/nearest-name';
import type { Call } from '../jenkinsfile/calls';
import type { LibraryReference } from '../jenkinsfile/libraries';
import type { FileFindings } from './findings';
import type { CheckedLibrary } from './library';

const COMMIT = /^[\da-f]{7,40}$/;

/** @param calls those of the library; a file without any needs no library */
export function checkLibraries(
  references: readonly LibraryReference[],
  calls: readonly Call[],
  library: CheckedLibrary,
  findings: FileFindings,
): void {
  const [first] = calls;
  if (first === undefined) return;
  if (references.length === 0) {
    findings.add('library-missing', first.place, `nothing in this file loads the library of ${first.name}`, {
      remedy: `Write @Library('${library.name}@${library.tags.at(-1) ?? 'version'}') _ first, unless Jenkins loads it for every job.`,
    });
  }
  for (const reference of ofLibrary(references, library)) checkVersion(reference, library, findings);
}

/** By its name; a library that is loaded alone may have another name in this Jenkins. */
function ofLibrary(
  references: readonly LibraryReference[],
  { name }: CheckedLibrary,
): readonly LibraryReference[] {
  const named = references.filter((reference) => reference.name === name);
  return named.length === 0 && references.length === 1 ? references : named;
}

function checkVersion(reference: LibraryReference, { tags }: CheckedLibrary, findings: FileFindings): void {
  const { name, version, isVersionComputed } = reference;
  if (isVersionComputed) {
    findings.unchecked(reference, 'the library and its version are known only at run time');
  } else if (version === undefined) {
    const remedy = `Name one: '${name ?? ''}@${tags.at(-1) ?? 'version'}'.`;
    findings.add('library-unpinned', reference, `the library ${name ?? ''} is loaded without a version`, {
      remedy,
    });
  } else if (tags.length > 0 && !tags.includes(version) && !COMMIT.test(version)) {
    const meant = nearestName(version, tags);
    const remedy = meant === undefined ? `The newest is ${tags.at(-1) ?? ''}.` : `Did you mean '${meant}'?`;
    const details = { remedy, ...(meant !== undefined && { suggestion: meant }) };
    findings.add('library-version', reference, `${version} is no tag of the library ${name ?? ''}`, details);
  }
}
