/** A rule of graphql-eslint as we use it, and what its findings are called here. */
export interface LintRule {
  code: string;
  fix: string;
  options: readonly object[];
}

/** Only rules that need no schema: those that do keep the first one they see for the whole process. */
export const lintRules: Readonly<Record<string, LintRule>> = {
  'require-description': {
    code: 'UNDESCRIBED',
    fix: 'Give it a `description` where it is declared, in words that help who has never seen it.',
    options: [
      {
        types: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        EnumValueDefinition: true,
        // The names of root types say what they are for; what directives mean, their specifications do.
        ignoredSelectors: [
          'ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]',
          'DirectiveDefinition > InputValueDefinition',
        ],
      },
    ],
  },
  'naming-convention': {
    code: 'BADLY_NAMED',
    fix: 'Rename it: types in PascalCase without Type or Enum at the end, inputs with Input, fields and arguments in camelCase, queries without get, values of enums in CAPITALS.',
    options: [
      {
        types: 'PascalCase',
        InputObjectTypeDefinition: { style: 'PascalCase', requiredPattern: /Input$/ },
        ObjectTypeDefinition: { style: 'PascalCase', forbiddenPatterns: [/(Type|Input)$/] },
        EnumTypeDefinition: { style: 'PascalCase', forbiddenPatterns: [/Enum$/] },
        EnumValueDefinition: 'UPPER_CASE',
        FieldDefinition: 'camelCase',
        'FieldDefinition[parent.name.value=Query]': {
          style: 'camelCase',
          forbiddenPatterns: [/^(get|find|list)[A-Z]/],
        },
        InputValueDefinition: 'camelCase',
      },
    ],
  },
  'unique-enum-value-names': {
    code: 'ENUM_VALUE_TWICE',
    fix: 'Take one of the two out of the enum.',
    options: [],
  },
  'relay-connection-types': {
    code: 'CONNECTION_SHAPE',
    fix: 'Declare it with `connectionOf` of @souk/kit/graphql, and let only such types end in Connection.',
    options: [],
  },
};
