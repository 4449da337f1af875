/**
 * What npm runs when the package is made from its sources. Where it is installed for a whole machine straight from git, as
 * pre-commit does, npm passes its --global on to this preparation and leaves out the dependencies: they are installed here.
 */
const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '..');
const environment = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' };

function npm(...words) {
  const program = process.env.npm_execpath;
  if (program === undefined) throw new Error('This is for npm: npm run prepare.');
  execFileSync(process.execPath, [program, ...words], { cwd: folder, env: environment, stdio: 'inherit' });
}

if (!existsSync(join(folder, 'node_modules', 'typescript'))) {
  npm('ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
}
npm('run', '--silent', 'compile');
