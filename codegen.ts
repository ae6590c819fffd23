import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types what known clients send, for the demo, the journeys and the benches. Run by `npm run generate`. */
const config: CodegenConfig = {
  schema: 'schema/api.graphql',
  documents: 'schema/operations/**/*.graphql',
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  generates: {
    'schema/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string', CurrencyCode: 'string', SafeInt: 'number' },
      },
    },
  },
};

export default config;
