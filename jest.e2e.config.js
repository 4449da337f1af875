/** Suites that run scripts and services for real: `npm run test:e2e`. */
const unit = require('./jest.config');

module.exports = {
  ...unit,
  roots: ['<rootDir>/test/e2e'],
  globalSetup: undefined,
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
