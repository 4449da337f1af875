import { echo } from 'gig-ci/jenkins';
/** A literal index that is no int of Java, or no whole number, is outside the list. */
export default function gigFound(): void {
  const list = ['a', 'b'];
  echo(list[9007199254740992] ?? 'none');
  echo(list[1.9] ?? 'none');
  echo(list[1] ?? 'none');
}
