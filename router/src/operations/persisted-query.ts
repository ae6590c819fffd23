/** How clients name a persisted document: the code generator's, and Relay's. */
const idFields = ['documentId', 'doc_id'];
const hashPrefix = 'sha256:';

/**
 * An operation that names its document in another way than Apollo's clients, as those would have sent it. Everything else
 * is given back as it is.
 */
export function asPersistedQuery<Body>(body: Body): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || 'query' in body) return body;
  const fields = body as object as Readonly<Record<string, unknown>>;
  const id = idFields.map((name) => fields[name]).find((value) => typeof value === 'string');
  const { extensions = null } = fields;
  if (typeof id !== 'string' || (extensions !== null && typeof extensions !== 'object')) return body;
  const sha256Hash = id.startsWith(hashPrefix) ? id.slice(hashPrefix.length) : id;
  return { ...body, extensions: { ...extensions, persistedQuery: { version: 1, sha256Hash } } };
}
