import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';

/** Documents are kept by who parsed them, and come again: each is looked through once. */
const soundDocuments = new WeakSet<DocumentNode>();

/**
 * What graphql's own `validate` lets pass and no database can keep: text with the character NUL, or with half of a
 * surrogate pair, in the document or its variables. Gives a BAD_USER_INPUT that names the place, or nothing.
 */
export function validateText(
  document: DocumentNode,
  variables?: Readonly<Record<string, unknown>> | null,
): GraphQLError[] {
  const unsound = Object.entries(variables ?? {}).find(([, value]) => !holdsOnlySoundText(value));
  if (unsound) return [refusal(`Variable "$${unsound[0]}"`)];
  if (soundDocuments.has(document)) return [];
  if (!isSoundDocument(document)) return [refusal('The document')];
  soundDocuments.add(document);
  return [];
}

/** Without recursion: it is the client who decides how deep a variable is. */
function holdsOnlySoundText(value: unknown): boolean {
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === 'string' && !isSound(next)) return false;
    if (next !== null && typeof next === 'object') for (const inner of Object.values(next)) rest.push(inner);
  }
  return true;
}

function isSoundDocument(document: DocumentNode): boolean {
  let isSoundSoFar = true;
  visit(document, {
    StringValue: ({ value }) => {
      isSoundSoFar = isSound(value);
      return isSoundSoFar ? undefined : BREAK;
    },
  });
  return isSoundSoFar;
}

function isSound(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function refusal(place: string): GraphQLError {
  return new GraphQLError(`${place} holds a character that cannot be kept: NUL, or half of a surrogate pair.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
