import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
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

/**
 * A logger of JSON lines. Each line carries the correlation id and the trace it belongs to.
 * @param lines where they go; to the standard output unless told otherwise.
 */
export function createLogger(name: string, level: string, lines?: DestinationStream): Logger {
  const options: LoggerOptions = {
    name,
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretNames.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]), censor: '[redacted]' },
    mixin: () => {
      const traceId = trace.getActiveSpan()?.spanContext().traceId;
      return { correlationId: currentCorrelation().correlationId, ...(traceId && { traceId }) };
    },
  };
  return lines ? pino(options, lines) : pino(options);
}
