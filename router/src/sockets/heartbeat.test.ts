import { afterEach, expect, jest, test } from '@jest/globals';
import type { Connection } from './connection.js';
import { Heartbeat } from './heartbeat.js';

afterEach(() => {
  jest.useRealTimers();
});

test('each is pinged once in 30 seconds, a few at a time, until it is gone', () => {
  jest.useFakeTimers();
  const heartbeat = new Heartbeat();
  const connections = Array.from({ length: 360 }, () => ({ ping: jest.fn() }));
  const ends = connections.map((connection) => heartbeat.add(connection as unknown as Connection));
  const pings = () => connections.map(({ ping }) => ping.mock.calls.length);
  jest.advanceTimersByTime(250);
  expect(pings().filter((count) => count > 0)).toHaveLength(3);
  jest.advanceTimersByTime(29_750);
  expect(pings()).toEqual(Array(360).fill(1));
  for (const end of ends) end();
  jest.advanceTimersByTime(30_000);
  expect(pings()).toEqual(Array(360).fill(1));
  heartbeat.stop();
});
