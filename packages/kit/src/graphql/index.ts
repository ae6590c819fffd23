export { requireId } from './arguments.js';
export { buildSubgraph, printSubgraph, type ReferenceResolver, type SubgraphGraph } from './build-subgraph.js';
export { connectionOf } from './connection.type.js';
export type { SubgraphContext } from './context.js';
export { createErrorFormatter } from './format-error.js';
export { defineLoader, groupBy, indexBy } from './loader.js';
export { MoneyType, toMoneyType } from './money.type.js';
export {
  type Connection,
  ConnectionArguments,
  largestPage,
  type Page,
  PageInfoType,
  pageOf,
  toConnection,
} from './pagination.js';
export { PayloadType, ReplayablePayloadType } from './payload.type.js';
export { CurrencyCode, DateTime, SafeInt } from './scalars.js';
export { subscribeWithFreshContext } from './subscribe.js';
export { defineRefusals, payloadOf, toUserError, UserErrorType } from './user-error.type.js';
export { validateText } from './validate-text.js';
