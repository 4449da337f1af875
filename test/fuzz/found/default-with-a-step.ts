import { echo } from 'gig-ci/jenkins';
function say(text: string): string {
  echo(text);
  return text;
}
function joined(a: string, b: string = say('b'), c: string = `${b}c`): string {
  return a + b + c;
}
/** A default may use steps; those behind it may read it. */
export default function gigFound(): void {
  echo(joined('a'));
  echo(joined('a', 'x'));
  const arrow = (a: string, b: string = say('y')): string => a + b;
  echo(arrow('a'));
  const inner = ({ text = say('z') }: { text?: string }): string => text;
  echo(inner({}));
}
