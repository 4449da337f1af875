import { echo } from 'gig-ci/jenkins';
/** The entries of a list made by a closure are kept in a variable, which is a list and no map. */
export default function gigFound(): void {
  for (const [index, each] of ['a', 'bb'].filter((text) => text !== 'a').entries()) echo(`${index}${each}`);
}
