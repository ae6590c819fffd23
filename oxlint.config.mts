import { defineConfig, type OxlintOverride } from 'oxlint';

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

function restricts(...shapes: { selector: string; message: string }[]): OxlintOverride['rules'] {
  return { 'souk/no-restricted-syntax': ['error', ...shapes] };
}

export default defineConfig({
  plugins: ['typescript'],
  jsPlugins: [{ name: 'souk', specifier: './packages/boundaries/src/no-restricted-syntax.mjs' }],
  categories: { correctness: 'off' },
  options: { typeAware: true },
  ignorePatterns: ['**/dist/**', '**/generated/**', '.local/**', 'packages/boundaries/fixtures/**'],
  rules: {
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    ...restricts(fewParameters),
  },
  overrides: [
    {
      files: ['**/*.ts'],
      rules: {
        'typescript/no-floating-promises': 'error',
        'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
        'typescript/await-thenable': 'error',
        'typescript/consistent-type-imports': [
          'error',
          { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
        ],
        ...restricts(fewParameters, noEnvironment),
      },
    },
    {
      files: ['subgraphs/*/src/**'],
      excludeFiles: ['**/*.test.ts', '**/persistence/**'],
      rules: restricts(fewParameters, noEnvironment, ...madeByItself),
    },
    {
      files: ['**/config.ts', 'packages/kit/src/testing/**'],
      rules: restricts(fewParameters),
    },
    {
      // Decorators' metadata names classes that oxlint takes for types.
      files: ['**/*.resolver.ts'],
      rules: { 'typescript/consistent-type-imports': 'off' },
    },
    {
      files: ['**/*.test.ts', '**/*.test.mjs', '**/migrations/**'],
      rules: { 'max-lines-per-function': 'off' },
    },
  ],
});
