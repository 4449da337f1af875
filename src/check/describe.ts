/** What a library says of its global variables, to people. */
import { nearestName } from '../diagnostics/nearest-name';
import { UnusableInput } from '../diagnostics/unusable-input';
import { helpOf } from '../outputs/help';
import type { CheckedLibrary } from './library';

/**
 * The help of a global variable.
 * @throws UnusableInput when the library has none of that name
 */
export function describeVariable(library: CheckedLibrary, name: string): string {
  const variable = library.variables.get(name);
  if (variable !== undefined) return helpOf(variable);
  const nearest = nearestName(name, library.names);
  const remedy =
    nearest === undefined ? 'gig-ci describe lists all that it has.' : `Did you mean '${nearest}'?`;
  const reason = `is no global variable of ${library.name}`;
  throw new UnusableInput([{ place: name, reason, remedy }]);
}
