/**
 * Run by `npm run compile` after the TypeScript compiler: writes what authors' editors read, `dist/authors/jenkins.d.ts`
 * (the module `gig-ci/jenkins`) and `dist/authors/language.d.ts` (the library of the language).
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageDeclarations } from '../compiler/builtins/library';
import { jenkinsDeclarations } from '../jenkins/declarations';

const distribution = join(__dirname, '..');
const sources = join(distribution, '..', 'src');

// The TypeScript compiler does not copy declaration files.
copyFileSync(join(sources, 'jenkins', 'primitives.d.ts'), join(distribution, 'jenkins', 'primitives.d.ts'));

const authors = join(distribution, 'authors');
mkdirSync(authors, { recursive: true });
writeFileSync(join(authors, 'jenkins.d.ts'), jenkinsDeclarations());
writeFileSync(join(authors, 'language.d.ts'), languageDeclarations());
