import { readCpu } from '../../measure/process-cpu.js';
import { bodiesOf, type Operation } from '../graph/operations.js';
import type { LoadFigures, LoadOrder } from '../load/load-order.js';
import type { Place } from '../place.js';
import type { Companion } from '../processes/companion.js';
import type { RunningPeer } from '../start-peers.js';
import { readRss } from './read-rss.js';
import type { Slice } from './slice.js';

export interface SliceRequest {
  peer: RunningPeer;
  operation: Operation;
  round: number;
  forMs: number;
  load: Companion<LoadOrder, LoadFigures>;
  subgraphs: Place['subgraphs'];
}

const settleInMs = 300;

/** Measures one peer under one operation; all others wait meanwhile. */
export async function measureSlice({ peer, operation, round, forMs, load, subgraphs }: SliceRequest): Promise<Slice> {
  const requests = bodiesOf(operation).map((body) => ({ body, answerBytes: peer.answerBytes.get(body) ?? 0 }));
  const order = { url: peer.url, requests };
  const readUse = async () => ({
    cpuMs: readCpu([peer]).get(peer.name) ?? 0,
    fetches: (await subgraphs.ask({})).requests,
  });
  await load.ask({ ...order, forMs: settleInMs });
  const before = await readUse();
  const done = await load.ask({ ...order, forMs });
  const after = await readUse();
  return {
    peer: peer.name,
    operation: operation.name,
    round,
    requests: done.requests,
    perSecond: done.requests / (done.elapsedMs / 1_000),
    p50: done.latency.p50,
    p99: done.latency.p99,
    cpuMs: (after.cpuMs - before.cpuMs) / done.requests,
    fetches: (after.fetches - before.fetches) / done.requests,
    rssBytes: readRss(peer),
  };
}
