import type { FetchNode } from '@apollo/query-planner';
import { PublicError } from '@souk/kit/domain';
import { type FieldNode, type GraphQLSchema, getArgumentValues, parse, validate } from 'graphql';
import type { Tree } from '../execution/execution.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import type { FedSubscription } from './compiled-subscription.js';
import type { NatsFedField, ToldType } from './nats-fed-fields.js';
import { type SplitPrimary, splitPrimary } from './split-primary.js';

export interface FedParts {
  schemas: SupergraphSchemas;
  fields: readonly NatsFedField[];
}

export interface SplitFed extends Pick<SplitPrimary, 'own' | 'isSeen'> {
  fed: FedSubscription;
}

/** How NATS feeds a subscription to `field`; undefined when its subgraph must be subscribed to. */
export function splitFed(field: FieldNode, primary: FetchNode, { schemas, fields }: FedParts): SplitFed | undefined {
  const fed = fields.find(({ name }) => name === field.name.value);
  if (!fed || !hasAllOf(fed, schemas.apiGraphqlSchema) || !canComplete(fed.told, primary.serviceName, schemas))
    return undefined;
  const split = splitPrimary(primary, fed.told);
  if (!split) return undefined;
  const { own, isSeen, toRoot } = split;
  const watchedBy: FedSubscription['watched'] = (coerced) => watched(field, fed, coerced, schemas.apiGraphqlSchema);
  return { own, isSeen, fed: { field: fed, toRoot, isSeen, watched: watchedBy } };
}

function hasAllOf({ name, idArgument, afterArgument, told, history }: NatsFedField, schema: GraphQLSchema): boolean {
  const definition = schema.getSubscriptionType()?.getFields()[name];
  const names = new Set(definition?.args.map((argument) => argument.name));
  const isOfType = String(definition?.type).replace('!', '') === told.type;
  return isOfType && names.has(idArgument) && names.has(afterArgument) && validate(schema, parse(history)).length === 0;
}

/** Whether the subgraph can be asked for every entity by the key that events tell. */
function canComplete({ entities }: ToldType, subgraph: string, { supergraph }: SupergraphSchemas): boolean {
  const schema = supergraph.subgraphs().get(subgraph)?.schema;
  return Object.values(entities).every(({ type, keys }) => {
    const rules =
      schema
        ?.type(type)
        ?.appliedDirectivesOf('key')
        .map((directive) => directive.arguments()) ?? [];
    return rules.some((rule) => rule['fields'] === keys.join(' ') && rule['resolvable'] !== false);
  });
}

function watched(
  node: FieldNode,
  { name, idArgument, afterArgument }: NatsFedField,
  coerced: Readonly<Tree>,
  schema: GraphQLSchema,
): { id: string; after: number } {
  const definition = schema.getSubscriptionType()?.getFields()[name];
  if (!definition) throw new Error(`There is no subscription "${name}".`);
  const given = getArgumentValues(definition, node, coerced);
  const after = Number(given[afterArgument] ?? 0);
  if (after >= 0) return { id: String(given[idArgument]), after };
  throw new PublicError('BAD_USER_INPUT', 'A sequence is 0 or more.', { field: afterArgument });
}
