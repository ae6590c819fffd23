export { SpanKind } from '@opentelemetry/api';
export { type Correlation, currentCorrelation, withActor, withCorrelation } from './correlation.js';
export { createLogger, type Logger } from './logger.js';
export { continueFrom, currentOrigin } from './origin.js';
export {
  describeSpan,
  failSpan,
  inSpan,
  inSpanAtOnce,
  type SpanOptions,
  startTracing,
  traceHeaders,
} from './tracing.js';
