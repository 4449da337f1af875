import { echo } from 'gig-ci/jenkins';
/** The condition of a loop has a closure inside, which the sandbox does not know there. */
export default function gigFound(): void {
  let count = 0;
  while (count < 2 && [true, false].some((each) => each)) {
    count += 1;
    echo(`${count}`);
  }
}
