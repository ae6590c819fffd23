import { describeSpan } from '@souk/kit/observability';
import type { Concern } from './concern.js';

/** Says in the request's span which operation it is. */
export const describeOperation: Concern = ({ definition: { name, operation } }) =>
  describeSpan({ 'graphql.operation.type': operation, ...(name && { 'graphql.operation.name': name.value }) });
