import { connect, type NatsConnection } from 'nats';
import type { Logger } from '../observability/index.js';

export type { NatsConnection } from 'nats';

/** Connects to NATS, now or as soon as it is there, and for ever again whenever it was away. */
export async function connectNats(url: string, name: string, logger: Logger): Promise<NatsConnection> {
  const { username, password, host } = new URL(url);
  const connection = await connect({
    servers: host,
    name,
    ...(username && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
    // Otherwise every publication takes a stack trace, in case it fails.
    noAsyncTraces: true,
  });
  void logStatus(connection, logger);
  return connection;
}

async function logStatus(connection: NatsConnection, logger: Logger): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'disconnect' || status.type === 'reconnect')
      logger.warn({ nats: status.type }, 'NATS connection');
  }
}
