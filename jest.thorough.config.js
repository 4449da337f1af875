/** Suites of which `npm test` takes a sample, with all their cases: `npm run test:thorough`. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { globSync } = require('glob');
const unit = require('./jest.config');

/** Those that take a sample themselves, and those whose programs restart at each of their steps. */
const takesSample = /from '.*\/support\/thorough'|\bdescribeInBothWorlds\b/;

module.exports = {
  ...unit,
  testMatch: globSync('test/**/*.test.ts', { cwd: __dirname, ignore: ['test/e2e/**', '**/fixtures/**'] })
    .filter((path) => takesSample.test(readFileSync(join(__dirname, path), 'utf8')))
    .map((path) => `<rootDir>/${path}`),
};
