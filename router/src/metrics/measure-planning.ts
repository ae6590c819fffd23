import { inSpanAtOnce, SpanKind } from '@souk/kit/observability';
import type { CompileOperation } from '../execution/compile-operation.js';
import type { Metrics } from './metrics.js';

/** Measures how long planning and compiling take, and shows it in traces. */
export function measurePlanning(
  compile: CompileOperation,
  { planning }: Pick<Metrics, 'planning'>,
  isTraced: boolean,
): CompileOperation {
  return (document, operationName) => {
    const startedAtMs = performance.now();
    const attributes = { 'graphql.operation.name': operationName ?? '' };
    try {
      if (!isTraced) return compile(document, operationName);
      return inSpanAtOnce('plan', { kind: SpanKind.INTERNAL, attributes }, () => compile(document, operationName));
    } finally {
      planning.observe((performance.now() - startedAtMs) / 1_000);
    }
  };
}
