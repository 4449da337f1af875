import { echo } from 'gig-ci/jenkins';
/** A number that is not finite fails here, and goes on in plain Node. */
export default function gigFound(): void {
  const zero = JSON.stringify([]).length - 2;
  try {
    echo(`${7 % zero}`);
  } catch {
    echo('caught');
  }
}
