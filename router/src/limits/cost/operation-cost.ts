import { costOf } from '@souk/operations/cost/cost-of';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SoleOperation } from '../../admission/concern.js';
import { shapeOf } from './shape.js';

type Variables = Readonly<Record<string, unknown>>;

const rememberedShapes = 32;

/** What an operation costs, counted once for each shape of its variables. */
export class OperationCost {
  private readonly names: readonly string[];
  private readonly costs = new LRUCache<string, number>({ max: rememberedShapes });

  /** @param schema the supergraph's, with its directives. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: SoleOperation,
  ) {
    this.names = (operation.definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  }

  /** @throws {GraphQLError} BAD_USER_INPUT for a variable that is nested too deeply. */
  of(variables: Variables): number {
    let shape = '';
    for (const name of this.names) shape += `${shapeOf(variables[name])};`;
    const known = this.costs.get(shape);
    if (known !== undefined) return known;
    const cost = costOf(this.schema, this.operation.document, this.complete(variables));
    this.costs.set(shape, cost);
    return cost;
  }

  /** A variable that is not given and has no default is nothing; without this it could be anything. */
  private complete(given: Variables): Variables {
    const { variableDefinitions = [] } = this.operation.definition;
    const absent = variableDefinitions.filter(({ defaultValue }) => !defaultValue);
    return { ...Object.fromEntries(absent.map(({ variable }) => [variable.name.value, null])), ...given };
  }
}
