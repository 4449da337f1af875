/** Tests mirror src/. swc only strips the types: `npm run lint` checks them. */
module.exports = {
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '/test/e2e/'],
  // Jest would leave one of the cores idle: on two, that is half of them.
  maxWorkers: '100%',
  // No test is about time; beside others, an engine takes seconds to begin.
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '/fixtures/'],
  // Dynamic imports of Node need the extension that the compiled file has.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
