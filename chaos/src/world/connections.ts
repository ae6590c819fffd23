import { databaseNames } from '@souk/launcher/harness';

/** Who speaks to whom over the network. Each pair has a proxy of its own, so that one may be cut off alone. */
export interface Connection {
  /** A part of the shop. */
  from: string;
  /** A server, or the name under which a part's port is remembered. */
  to: string;
}

const serverNames = ['postgres', 'nats', 'redis'];

const toServers: Connection[] = [
  ...databaseNames.flatMap((from) => [
    { from, to: 'postgres' },
    { from, to: 'nats' },
  ]),
  { from: 'cart', to: 'redis' },
  { from: 'router', to: 'nats' },
  { from: 'router', to: 'redis' },
];

const toParts: Connection[] = [
  ...databaseNames.map((to) => ({ from: 'router', to })),
  { from: 'payments', to: 'stripe-emulator' },
  { from: 'shipping', to: 'carrier-emulator' },
  { from: 'notifications', to: 'mail-inbox-smtp' },
  { from: 'stripe-emulator', to: 'router' },
];

export const connections: readonly Connection[] = [...toServers, ...toParts];

/** As plans name it, e.g. `payments>postgres`. */
export function nameOf({ from, to }: Connection): string {
  return `${from}>${to}`;
}

export function isToServer({ to }: Connection): boolean {
  return serverNames.includes(to);
}
