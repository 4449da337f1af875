/** GIG42xx: names of global variables and functions. What these take and say is checked by their models (GIG40xx). */
import { problem } from '../problem';

export const definitionProblems = {
  globalVariableName: problem<[name: string]>(
    'GIG4201',
    (name) => `'${name}' cannot be a global variable of Jenkins.`,
    'Choose letters and digits in camelCase, and no keyword, step or global of Jenkins.',
  ),
  sharedDefaultExport: problem(
    'GIG4202',
    'A module of vars/shared/ has named functions only.',
    'Delete `default`.',
  ),
  exportedName: problem<[name: string]>(
    'GIG4203',
    (name) => `A function must not be called '${name}': Jenkins or the compiler gives that name a meaning.`,
    'Choose another name.',
  ),
  noDefaultName: problem('GIG4204', 'The default function has no name.', 'Give it the name of the file.'),
  sharedName: problem<[name: string, className: string]>(
    'GIG4205',
    (name, className) =>
      `vars/shared/${name}.ts would become class ${className}, which exists already or is no name.`,
    'Choose letters and digits in camelCase, and a name that says what your helpers are about.',
  ),
  misplacedFile: problem<[file: string]>(
    'GIG4206',
    (file) => `${file} is neither a global variable nor a shared module: those are files \`name.ts\`.`,
    'Give it such a name; tests belong into test/vars/.',
  ),
  emptyGlobalVariable: problem<[name: string]>(
    'GIG4207',
    (name) => `'${name}' has no function that a Jenkinsfile could call.`,
    (name) => `Write \`export default function ${name}\`; what several share belongs into vars/shared/.`,
  ),
  nearlyEqualFiles: problem<[file: string, other: string]>(
    'GIG4208',
    (file, other) => `${file} and ${other} differ in case only: some file systems keep one of them.`,
    'Choose names that nobody mistakes for each other.',
  ),
} as const;
