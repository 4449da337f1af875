import { echo } from 'gig-ci/jenkins';
function given(text: string): string {
  return text;
}
/** Two negations make a boolean. */
export default function gigFound(): void {
  const isThere = !!given('a');
  echo(JSON.stringify([isThere, !!given('')]));
}
