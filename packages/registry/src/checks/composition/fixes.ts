/** What mends an error of composition, by Apollo's code. */
export const fixes: Readonly<Record<string, string>> = {
  INVALID_GRAPHQL: 'Mend the SDL; it is printed from the classes in the src/graphql folder of the subgraph.',
  TYPE_KIND_MISMATCH: 'Declare the type as the same kind in every subgraph.',

  INVALID_FIELD_SHARING:
    'Let one subgraph serve the field, or mark it @shareable in every subgraph that serves it; if it is an id, let a @key name it in each of them.',
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph.',
  SATISFIABILITY_ERROR:
    'Give the entity a @key that both subgraphs know, with a reference resolver in the one that serves the field; of a type without a key, every subgraph that serves it has to serve the field.',

  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument the same type in every subgraph.',
  FIELD_ARGUMENT_DEFAULT_MISMATCH: 'Give the argument the same default value in every subgraph.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Declare the argument in every subgraph that serves the field.',
  INPUT_FIELD_DEFAULT_MISMATCH: 'Give the input field the same default value in every subgraph.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    'Declare the input field in every subgraph that has the input type, or make it optional.',
  EMPTY_MERGED_INPUT_TYPE: 'Give the input type at least one field that every subgraph declares.',
  EMPTY_MERGED_ENUM_TYPE: 'Give the enum at least one value that every subgraph declares.',
  ENUM_VALUE_MISMATCH: 'Give an enum that is used both as input and as output the same values in every subgraph.',
  INTERFACE_FIELD_NO_IMPLEM: 'Give the field to every type that implements the interface, in every subgraph.',

  KEY_INVALID_FIELDS: 'Let @key name fields that the type has.',
  REQUIRES_INVALID_FIELDS: 'Let @requires name fields that the type has, marked @external.',
  PROVIDES_INVALID_FIELDS: 'Let @provides name fields that the type has.',
  EXTERNAL_MISSING_ON_BASE: 'Declare the field in the subgraph that owns it, or remove @external.',
  EXTERNAL_TYPE_MISMATCH: 'Give the @external field the type that it has in the subgraph that owns it.',
  EXTERNAL_UNUSED: 'Remove the @external field, or name it in @requires, @provides or @key.',
  OVERRIDE_FROM_SELF_ERROR: 'Let @override name another subgraph.',

  REQUIRED_INACCESSIBLE: 'A required argument or input field cannot be hidden: make it optional, or show it.',
  REFERENCED_INACCESSIBLE: 'Hide what refers to it as well, or remove @inaccessible.',

  MISSING_TRANSITIVE_AUTH_REQUIREMENTS: 'Give the field at least the access rules of the fields that it requires.',
  AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE: 'Put the rule on every type that implements the interface instead.',
};

/** What may be done about a hint of composition, by Apollo's code. */
export const hintFixes: Readonly<Record<string, string>> = {
  FROM_SUBGRAPH_DOES_NOT_EXIST: 'Let @override name a subgraph that there is, or take it away.',
  OVERRIDDEN_FIELD_CAN_BE_REMOVED:
    'Remove the field from the subgraph that it was taken over from, once both are deployed.',
  OVERRIDE_DIRECTIVE_CAN_BE_REMOVED: 'Take @override away: the other subgraph does not serve the field any more.',
  UNUSED_ENUM_TYPE: 'Use the enum, or remove it.',
};
