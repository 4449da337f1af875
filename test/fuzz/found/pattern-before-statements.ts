import { echo } from 'gig-ci/jenkins';
function given(text?: string): string | undefined {
  return text;
}
/** The argument needs statements of its own, so what stands in front of the dot is evaluated before them. */
export default function gigFound(): void {
  echo(`${/a/.test(given() ?? given('a') ?? 'b')}`);
}
