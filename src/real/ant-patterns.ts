/** The file patterns of Jenkins: Ant's, several of them separated by commas. */
import { globSync } from 'glob';

/** What Ant leaves out unless it is told otherwise (org.apache.tools.ant.DirectoryScanner.DEFAULTEXCLUDES), as far as anything makes it today. */
const defaultExcludes = [
  '**/*~',
  '**/#*#',
  '**/.#*',
  '**/%*%',
  '**/._*',
  '**/.git',
  '**/.git/**',
  '**/.gitattributes',
  '**/.gitignore',
  '**/.gitmodules',
  '**/.hg',
  '**/.hg/**',
  '**/.svn',
  '**/.svn/**',
  '**/.DS_Store',
];

/**
 * The files in a folder that patterns name, relative to it, sorted.
 * @param excludes patterns of files to leave out
 */
export function matchingFiles(folder: string, patterns: string, excludes = ''): readonly string[] {
  return globSync(split(patterns), {
    cwd: folder,
    dot: true,
    nodir: true,
    follow: true,
    ignore: [...defaultExcludes, ...split(excludes)],
  }).sort();
}

/** A pattern that ends with `/` means everything below. */
function split(patterns: string): string[] {
  return patterns
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map((pattern) => (pattern.endsWith('/') ? `${pattern}**` : pattern));
}
