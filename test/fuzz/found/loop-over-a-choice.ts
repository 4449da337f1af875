import { echo } from 'gig-ci/jenkins';
function pick(list: string[] | undefined): string[] {
  return list ?? ['x'];
}
/** In Groovy a choice stands in parentheses behind `in` and behind `<`. */
export default function gigFound(): void {
  for (const each of pick(['a']).length > 5 ? pick(['b']) : pick(undefined)) echo(each);
  const count = pick(['a']).length;
  for (let i = 0; i < (count > 0 ? 2 : 1); i++) echo(`${i}`);
}
