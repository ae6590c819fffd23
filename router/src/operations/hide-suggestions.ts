import type { GraphQLFormattedError } from 'graphql';
import type { ErrorFormatter } from './format-errors.js';

/** graphql-js offers the names that it knows to whoever guesses wrong, in documents and in variables. */
const suggestion = / ?Did you mean [^?]*\?/g;

/** Errors that do not tell what the schema calls its things. */
export function hidingSuggestions(errors: ErrorFormatter): ErrorFormatter {
  return {
    format: (formatted, error) => withoutSuggestion(errors.format(formatted, error)),
    formatAll: (all) => errors.formatAll(all).map(withoutSuggestion),
  };
}

function withoutSuggestion(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replaceAll(suggestion, '') };
}
