/** What is forgotten around the arguments of a call, and where the library is loaded. */
import type { Call } from '../../../src/jenkinsfile/calls';
import type { Change } from './mutations';

/** Brackets and commas that are forgotten, and an argument without a name. */
export function callChanges(call: Call, text: string): readonly Change[] {
  const { list } = call.arguments();
  const written = text.slice(call.start, call.end);
  const about = { detail: call.name };
  const changes: Change[] = [];
  const first = list[0];
  if (written.endsWith(')') && text.charAt(call.place.end) === '(')
    changes.push({
      ...about,
      start: call.end - 1,
      end: call.end,
      by: '',
      kind: 'bracket without an end',
      rules: ['syntax'],
    });
  if (first?.kind === 'entry')
    changes.push({
      ...about,
      start: first.key.start,
      end: first.key.start,
      by: "'stray', ",
      kind: 'argument without a name',
      rules: ['arguments'],
    });
  list.slice(1).forEach((argument) => {
    if (argument.kind !== 'entry') return;
    const comma = /,\s*$/.exec(text.slice(0, argument.key.start));
    if (comma !== null) {
      const start = comma.index;
      changes.push({
        ...about,
        start,
        end: start + 1,
        by: '',
        kind: 'comma forgotten',
        rules: ['syntax', 'arguments'],
      });
    }
  });
  return changes;
}

/** The annotation as it stands in most files: without a version, with another one, forgotten. */
export function libraryChanges(text: string): readonly Change[] {
  const found = /@Library\((['"])gig-ci@v1\1\) _\s/.exec(text);
  if (found === null || /@Library\(\[|library/.test(text.slice(found.index + 8))) return [];
  const start = text.indexOf('@v1', found.index);
  const about = { detail: '@Library' };
  const end = found.index + found[0].length;
  // A declaration can be annotated instead.
  const isDeclared = /^\s*(?:@|def|import|final|private|void|boolean|int|[A-Z]\w* \w)/.test(text.slice(end));
  const withoutUnderscore: Change = {
    ...about,
    start: end - 2,
    end: end - 1,
    by: '',
    kind: 'underscore forgotten',
    rules: ['syntax'],
  };
  return [
    {
      ...about,
      start,
      end: start + 3,
      by: '',
      kind: 'library without a version',
      rules: ['library-unpinned'],
    },
    {
      ...about,
      start: start + 1,
      end: start + 3,
      by: 'v9',
      kind: 'version that is no tag',
      rules: ['library-version'],
    },
    {
      ...about,
      start: found.index,
      end,
      by: ' ',
      kind: 'library forgotten',
      rules: ['library-missing'],
    },
    ...(isDeclared ? [] : [withoutUnderscore]),
  ];
}
