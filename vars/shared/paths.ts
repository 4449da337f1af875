/** Paths inside the workspace. */

/**
 * A path inside a folder, as Ant patterns and `fileExists` read it: no pattern matches a file behind `./`.
 * @param directory relative to the workspace, which `.` is itself
 */
export function below(directory: string, path: string): string {
  const folder = directory.replaceAll(/^(?:\.\/+)+/g, '').replaceAll(/\/+$/g, '');
  return folder === '' || folder === '.' ? path : `${folder}/${path}`;
}
