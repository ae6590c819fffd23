import { context, propagation, type SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-base';

type Attributes = Record<string, string | number | boolean>;

export interface SpanOptions {
  kind: SpanKind;
  attributes?: Attributes;
  /** Where the caller put its `traceparent`: HTTP headers, an event's envelope. */
  parent?: { traceparent?: string | undefined };
}

/**
 * Starts tracing for this process. Spans are sent to `endpoint` (OTLP over HTTP, JSON) where one is given; without it
 * they only lend their ids to the `traceparent` that travels on. Returns a function that flushes and stops.
 */
export async function startTracing(serviceName: string, endpoint: string | undefined): Promise<() => Promise<void>> {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.namespace': 'souk' }),
    spanProcessors: endpoint ? [await exportTo(endpoint)] : [],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

async function exportTo(endpoint: string): Promise<SpanProcessor> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  return new BatchSpanProcessor(new OTLPTraceExporter({ url }), { scheduledDelayMillis: 500 });
}

/** Runs `work` inside a span, which bears the error if it throws. */
export async function inSpan<Result>(name: string, options: SpanOptions, work: () => Promise<Result>): Promise<Result> {
  const { kind, attributes = {}, parent } = options;
  const outer = parent ? propagation.extract(context.active(), parent) : context.active();
  const span = trace.getTracer('souk').startSpan(name, { kind, attributes }, outer);
  try {
    return await context.with(trace.setSpan(outer, span), work);
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** Runs `work` that is done at once inside a span, which bears the error if it throws. */
export function inSpanAtOnce<Result>(name: string, { kind, attributes = {} }: SpanOptions, work: () => Result): Result {
  const span = trace.getTracer('souk').startSpan(name, { kind, attributes });
  try {
    return work();
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** Says more about the span that work runs in, where there is one. */
export function describeSpan(attributes: Attributes): void {
  trace.getActiveSpan()?.setAttributes(attributes);
}

/** Notes on the span that work runs in, where there is one, what went wrong without being thrown. */
export function failSpan(error: Error): void {
  const span = trace.getActiveSpan();
  span?.recordException(error);
  span?.setStatus({ code: SpanStatusCode.ERROR });
}

/** The `traceparent` to send along with a call or an event; empty outside of any span. */
export function traceHeaders(): { traceparent?: string } {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}
