import { echo } from 'gig-ci/jenkins';
/** Zero has no sign, and is a whole number also behind a remainder of a negative one. */
export default function gigFound(): void {
  const remainder = -1 % 1;
  echo(JSON.stringify([remainder]));
}
