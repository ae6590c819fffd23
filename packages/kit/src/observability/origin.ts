import { SpanKind } from '@opentelemetry/api';
import type { Origin } from '../domain/index.js';
import { currentCorrelation, withCorrelation } from './correlation.js';
import { inSpan, traceHeaders } from './tracing.js';

/** Where what is being done now came from. */
export function currentOrigin(): Origin {
  return { correlationid: currentCorrelation().correlationId, ...traceHeaders() };
}

/** Does later what was wished for earlier, so that its logs, events and spans belong to the request that wished for it. */
export function continueFrom<Result>(
  { correlationid, traceparent }: Origin,
  { name, attributes = {} }: { name: string; attributes?: Record<string, string | number | boolean> },
  work: () => Promise<Result>,
): Promise<Result> {
  const span = { kind: SpanKind.CLIENT, attributes, parent: { traceparent } };
  return withCorrelation({ correlationId: correlationid }, () => inSpan(name, span, work));
}
