import type { PlannedFault } from '../plan/planned-fault.js';
import type { TcpProxy } from '../proxies/tcp-proxy.js';
import type { Random } from '../random.js';
import { connections, nameOf } from '../world/connections.js';
import type { FaultDraft, FaultKind } from './fault-kind.js';

const names = connections.map(nameOf);
const shortestMs = 500;
const longestMs = 10_000;
const momentMs = 1_000;
const longestDelayMs = 1_500;
const longestMessageBytes = 4_000;

/** Every connection of a pair is reset at once; the next ones get through. */
export const cutConnection = onConnection(3, momentMs, (proxy) => proxy.cut());

/** Nobody new gets through, those who are in stay. */
export const refuseConnection = onConnection(2, longestMs, (proxy) => {
  proxy.refuse();
  // Else nobody would notice: pools keep their connections for long.
  proxy.cut();
});

/** Connections stay open and nothing flows. */
export const stallConnection = onConnection(3, longestMs, (proxy) => proxy.stall());

/** What is asked arrives, what is answered does not. */
export const loseAnswers = onConnection(2, longestMs, (proxy) => proxy.stall(['toClient']));

/** What is asked does not arrive, while the other side may still speak. */
export const loseQuestions = onConnection(2, longestMs, (proxy) => proxy.stall(['toServer']));

/** Everything takes longer, each way. */
export const delayConnection: FaultKind = {
  ...onConnection(2, longestMs, (proxy, { detail }) => proxy.delay(Number(detail['ms']))),
  draw: ({ random }) => ({ ...lasting(random, longestMs), detail: { ms: random.integer(20, longestDelayMs) } }),
};

/** A message breaks off in its middle. */
export const truncateMessage: FaultKind = {
  ...onConnection(3, momentMs, (proxy, { detail }) => proxy.truncateAfter(Number(detail['bytes']))),
  draw: ({ random }) => ({ ...lasting(random, momentMs), detail: { bytes: random.integer(0, longestMessageBytes) } }),
};

function onConnection(
  weight: number,
  mostMs: number,
  trouble: (proxy: TcpProxy, fault: PlannedFault) => void,
): FaultKind {
  return {
    weight,
    draw: ({ random }) => lasting(random, mostMs),
    begin: ({ living }, fault) => {
      const proxy = living.proxies.of(fault.target);
      trouble(proxy, fault);
      return () => proxy.heal();
    },
  };
}

function lasting(random: Random, mostMs: number): FaultDraft {
  return { target: random.pick(names), durationMs: random.integer(shortestMs, mostMs) };
}
