// Lint rules. Formatting is prettier's; import direction is dependency-cruiser's; unused code is knip's.
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** camelCase values, PascalCase types; constants of a module may shout, unused parameters begin with an underscore. */
const namingConvention = [
  'error',
  { selector: 'default', format: ['camelCase'], leadingUnderscore: 'forbid' },
  { selector: 'typeLike', format: ['PascalCase'] },
  { selector: 'import', format: null },
  { selector: 'variable', modifiers: ['const', 'global'], format: ['camelCase', 'UPPER_CASE', 'PascalCase'] },
  { selector: 'variable', modifiers: ['destructured'], format: null },
  { selector: 'parameter', modifiers: ['unused'], format: ['camelCase'], leadingUnderscore: 'allow' },
  // Keys may be names of a foreign format: environment variables, parameters of Jenkins, `$body` of the run record.
  {
    selector: ['objectLiteralProperty', 'typeProperty', 'objectLiteralMethod', 'typeMethod', 'enumMember'],
    format: null,
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'groovy-out/',
      '.gig-ci/',
      '**/fixtures/',
      'test/fuzz/found/',
      'src/engine/jvm/',
      'src/jenkins/primitives.d.ts',
      '**/*.generated.d.ts',
      'resources/scripts.d.ts',
    ],
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/naming-convention': namingConvention,
      // An index signature says what the key is.
      '@typescript-eslint/consistent-indexed-object-style': ['error', 'index-signature'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { args: 'all', argsIgnorePattern: '^_' }],
      // Index signatures are read with brackets: tsc tells the two apart with noPropertyAccessFromIndexSignature off.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // What a module gives to others says what it means; nodes of the Groovy tree are called as Groovy calls them.
    files: ['src/**/*.ts'],
    ignores: ['src/groovy/tree.ts', 'src/groovy/factory.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: { FunctionDeclaration: true, ClassDeclaration: true },
          contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'],
        },
      ],
    },
  },
  {
    // jest's matchers and fakes are looser than our own code; what is checked is what a test asserts.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // A table of environment variables is written with their names.
      '@typescript-eslint/naming-convention': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
  {
    // The author's language: what it may say is the compiler's business, which also knows better messages.
    files: ['vars/**/*.ts'],
    extends: [tseslint.configs.base],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'prefer-const': 'error',
    },
  },
);
