import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { PageInfoType } from './pagination.js';

/** Declares `<Name>Connection` and `<Name>Edge` for a type. `totalCount` is there where it is cheap. */
export function connectionOf<Node extends object>(
  name: string,
  nodeType: ClassType<Node>,
  { totalCount = false }: { totalCount?: boolean } = {},
) {
  @ObjectType(`${name}Edge`, { description: `One ${name} and its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'Its place, for `after`.' })
    cursor!: string;

    @Field(() => nodeType, { description: 'The thing itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The things with their cursors.' })
    edges!: Edge[];

    @Field(() => [nodeType], { description: 'The things alone.' })
    nodes!: Node[];

    @Field(() => PageInfoType, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfoType;

    totalCount?: number;
  }

  if (totalCount) Field(() => Int, { description: 'How many there are in all.' })(Connection.prototype, 'totalCount');
  return Connection;
}
