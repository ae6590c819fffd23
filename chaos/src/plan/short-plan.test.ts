import path from 'node:path';
import { expect, test } from '@jest/globals';
import { faultPoints } from '@souk/kit/faults';
import { faultKind } from '../faults/fault-table.js';
import { hostsOf } from '../faults/hit-fault-point.js';
import { busyStreams, mortalParts, servers } from '../faults/targets.js';
import { readPlan } from './plan.js';

const { faults, minutes } = readPlan(path.join(import.meta.dirname, '../../plans/short.json'));

/** What a fault of a kind may happen to, where a wrong name would only be left out of the run. */
const targets: Readonly<Record<string, readonly string[]>> = {
  'kill-process': mortalParts,
  'kill-server': servers,
  'duplicate-event': busyStreams,
  'poison-event': busyStreams,
};

test.each(faults)('fault $id, $kind, is of a kind and happens to a thing that there is', ({ kind, target, detail }) => {
  expect(faultKind(kind)).toBeDefined();
  if (kind in targets) expect(targets[kind]).toContain(target);
  if (kind !== 'fault-point') return;
  const point = faultPoints.find((known) => known === detail['point']);
  expect(point && hostsOf(point)).toContain(target);
  expect(detail['order']).toMatch(new RegExp(`^${point}=`));
});

test('it has some of everything: processes, servers, a fault point, events and the provider', () => {
  const happenings = faults.map(({ kind, target }) => (kind.startsWith('kill-') ? `${kind} ${target}` : kind));
  expect(happenings).toEqual(
    expect.arrayContaining([
      ...['kill-process inventory', 'kill-server postgres', 'kill-server nats'],
      ...['fault-point', 'duplicate-event', 'poison-event', 'provider-timeout'],
    ]),
  );
});

test('who dies with work in hand dies early, and all is over with the plan', () => {
  const kills = faults.filter(({ kind }) => kind === 'kill-process' || kind === 'fault-point');
  for (const { atMs } of kills) expect(atMs).toBeLessThan(10_000);
  for (const { atMs, durationMs } of faults) expect(atMs + durationMs).toBeLessThanOrEqual(minutes * 60_000);
});
