import tseslint from 'typescript-eslint';

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment in config.ts only, and pass the values on.',
};

const fewParameters = {
  selector:
    "FunctionDeclaration[params.length>4], MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>4]",
  message: 'Beyond four parameters, take one object.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/*.mjs',
      '**/generated/**',
      '.local/**',
      'coverage/**',
      'packages/boundaries/fixtures/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noEnvironment, fewParameters],
    },
  },
  {
    files: ['**/config.ts', 'packages/kit/src/testing/**', 'e2e/**', 'bench/**'],
    rules: { 'no-restricted-syntax': ['error', fewParameters] },
  },
  {
    files: ['**/*.test.ts', '**/*.graphql.ts', '**/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
