import { ErrorCode, NatsError } from 'nats';

/** NATS' words for "not now": nobody answers, no JetStream yet, the connection is gone. */
const awayCodes = new Set<string>([
  ErrorCode.Timeout,
  ErrorCode.NoResponders,
  ErrorCode.Disconnect,
  ErrorCode.ConnectionRefused,
  ErrorCode.ConnectionTimeout,
]);

/** Whether an error says that the broker could not be had. */
export function isBrokerAway(error: unknown): boolean {
  return error instanceof NatsError && (awayCodes.has(error.code) || error.api_error?.code === 503);
}
