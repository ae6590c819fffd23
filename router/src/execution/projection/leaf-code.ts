import { type GraphQLLeafType, isEnumType } from 'graphql';

/** JavaScript that writes the value `x`, which is not null, as JSON; `odd()` gives up. */
export function leafCode(type: GraphQLLeafType): string {
  if (isEnumType(type)) return `(${isOneOf(type.getValues().map(({ name }) => name))} ? '"' + x + '"' : odd())`;
  switch (type.name) {
    case 'String':
    case 'ID':
      return "(typeof x === 'string' ? quote(x) : odd())";
    case 'Int':
      return '((x | 0) === x ? x : odd())';
    case 'Float':
      return '(Number.isFinite(x) ? x : odd())';
    case 'Boolean':
      return '(x === true || x === false ? x : odd())';
    default:
      return 'JSON.stringify(x)';
  }
}

function isOneOf(names: string[]): string {
  return names.map((name) => `x === ${JSON.stringify(name)}`).join(' || ');
}
