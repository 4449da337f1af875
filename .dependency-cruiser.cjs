/**
 * Imports go downwards only. The table is the architecture: a folder of src/ may import itself, the folders named here,
 * Node and the dependencies of package.json, and nothing else of the project.
 */
const mayImport = {
  cli: ['build', 'check', 'terminal', 'testing', 'diagnostics'],
  testing: [
    'build',
    'compiler',
    'direct',
    'engine',
    'jenkinsfile',
    'outputs',
    'real',
    'simulator',
    'model',
    'diagnostics',
  ],
  check: ['direct', 'jenkinsfile', 'outputs', 'model', 'jenkins', 'diagnostics'],
  build: ['compiler', 'outputs', 'model', 'direct', 'groovy', 'jenkins', 'diagnostics'],
  engine: ['simulator', 'jenkins', 'groovy'],
  direct: ['compiler', 'outputs', 'simulator', 'jenkinsfile', 'jenkins', 'model', 'diagnostics'],
  compiler: ['model', 'groovy', 'jenkins', 'diagnostics'],
  outputs: ['jenkins', 'model', 'groovy', 'runtime', 'diagnostics'],
  terminal: ['check', 'simulator', 'diagnostics'],
  real: ['simulator', 'diagnostics'],
  simulator: ['jenkins', 'model', 'diagnostics'],
  model: ['diagnostics'],
  groovy: ['diagnostics'],
  jenkinsfile: [],
  jenkins: [],
  runtime: [],
  diagnostics: [],
  documentation: ['compiler', 'diagnostics', 'groovy', 'model', 'outputs'],
};

const direction = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports-downwards`,
  severity: 'error',
  comment: `src/${folder} may import ${allowed.length === 0 ? 'no other folder' : allowed.join(', ')}.`,
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...direction,
    {
      name: 'every-folder-has-a-place',
      severity: 'error',
      comment: 'A new folder of src/ needs a line in the table above.',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: Object.keys(mayImport).map((name) => `^src/${name}/`) },
    },
    {
      name: 'analysis-knows-no-lowering',
      severity: 'error',
      comment:
        'src/compiler/: builtins/ below analysis/ below lower/ below syntax/, whose tables name the lowerings.',
      from: { path: '^src/compiler/(analysis|builtins)/' },
      to: { path: '^src/compiler/(lower|syntax)/' },
    },
    {
      name: 'lowerings-know-no-tables',
      severity: 'error',
      comment: 'A lowering reaches the others through its context, which is given the tables.',
      from: { path: '^src/compiler/lower/' },
      to: { path: '^src/compiler/syntax/' },
    },
    {
      name: 'builtins-know-no-analysis',
      severity: 'error',
      comment: 'An entry gets what is known about its operands; only types may be shared.',
      from: { path: '^src/compiler/builtins/' },
      to: { path: '^src/compiler/analysis/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'direct-uses-the-analysis-only',
      severity: 'error',
      comment: 'The direct world shares what the compiler knows about the source, never how it makes Groovy.',
      from: { path: '^src/direct/' },
      to: { path: '^src/compiler/', pathNot: '^src/compiler/(analysis/|load\\.ts$)' },
    },
    {
      name: 'terminal-knows-only-the-shape-of-a-run',
      severity: 'error',
      comment: 'Reports are made from run records: they import types of the simulator, no code.',
      from: { path: '^src/terminal/' },
      to: { path: '^src/simulator/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two modules that need each other are one module, or lack a third. Types may know each other; so may the two ' +
        'renderers of Groovy: expressions hold statements in closures.',
      from: { path: '^(src|bench)/', pathNot: '^src/groovy/render-(expression|statement)' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-imports-no-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      comment: 'Run-time code uses what `npm ci --omit=dev` installs.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
