import { trace } from '@opentelemetry/api';
import { type Logger, pino } from 'pino';
import { currentCorrelation } from './correlation.js';

export type { Logger } from 'pino';

/** Names under which secrets and personal data travel; they never reach a log line. */
const secretNames = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'clientSecret',
  'authorization',
  'cookie',
  'email',
  'apiKey',
  'privateKey',
  'assertion',
];

/** A logger of JSON lines. Each line carries the correlation id and the trace it belongs to. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretNames.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]), censor: '[redacted]' },
    mixin: () => {
      const traceId = trace.getActiveSpan()?.spanContext().traceId;
      return { correlationId: currentCorrelation().correlationId, ...(traceId && { traceId }) };
    },
  });
}
