/** How the things that a build leaves on a machine are told apart from those of other builds. */

/**
 * The value of the label `io.gig-ci.build` on every container that a build starts. The address of the build is unique
 * across controllers; a controller that does not know its own address has job and number.
 */
export function buildLabel(url: string | undefined, job: string | undefined, build: number): string {
  return url ?? `${job ?? ''}#${build}`;
}
