import { type ConstArgumentNode, type ConstDirectiveNode, type DocumentNode, Kind, parse, visit } from 'graphql';

/**
 * Apollo's own definition of cache hints. Composition passes over the directive; the enum would get into what clients see
 * if it were not inaccessible.
 */
const { definitions } = parse(`
directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION

"""Who may be given a cached answer."""
enum CacheControlScope @inaccessible {
  """Nobody but who asked."""
  PRIVATE
  """Everybody."""
  PUBLIC
}`);

/** Adds the definition of `@cacheControl` to an SDL that uses it. `maxAge` is in seconds. */
export function defineCacheHints(sdl: DocumentNode): DocumentNode {
  let isUsed = false;
  const hinted = visit(sdl, {
    Directive(directive) {
      if (directive.name.value !== 'cacheControl') return undefined;
      isUsed = true;
      return withScopeAsEnum(directive as ConstDirectiveNode);
    },
  });
  return isUsed ? { ...hinted, definitions: [...definitions, ...hinted.definitions] } : sdl;
}

/** The schema does not know the directive, so that its printer takes the value of the enum for a string. */
function withScopeAsEnum(directive: ConstDirectiveNode): ConstDirectiveNode {
  const asEnum = (argument: ConstArgumentNode): ConstArgumentNode =>
    argument.value.kind === Kind.STRING
      ? { ...argument, value: { kind: Kind.ENUM, value: argument.value.value } }
      : argument;
  return { ...directive, arguments: directive.arguments?.map(asEnum) };
}
