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

// Every class that extends AggregateRoot; packages/boundaries proves that none is missing.
const aggregates = 'Cart Customer Message Order Payment Price Product Reservation Session Shipment StockLevel';

const madeByItself = aggregates.split(' ').map((name) => ({
  selector: `NewExpression[callee.name='${name}']:not(ClassDeclaration[id.name='${name}'] *)`,
  message: `Only ${name} itself makes one, in a method that says what happens.`,
}));

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/generated/**', '.local/**', 'coverage/**', 'packages/boundaries/fixtures/**'],
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
      ...sizes,
      'no-restricted-syntax': ['error', noEnvironment, fewParameters],
    },
  },
  {
    files: ['**/*.mjs'],
    rules: { ...sizes, 'no-restricted-syntax': ['error', fewParameters] },
  },
  {
    files: ['subgraphs/*/src/**'],
    ignores: ['**/*.test.ts', '**/persistence/**'],
    rules: { 'no-restricted-syntax': ['error', noEnvironment, fewParameters, ...madeByItself] },
  },
  {
    files: ['**/config.ts', 'packages/kit/src/testing/**'],
    rules: { 'no-restricted-syntax': ['error', fewParameters] },
  },
  {
    files: ['**/*.test.ts', '**/*.test.mjs', '**/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
