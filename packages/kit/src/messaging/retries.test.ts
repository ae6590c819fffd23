import { expect, test } from '@jest/globals';
import { DomainError } from '../domain/index.js';
import { Retries } from './retries.js';

class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN';
}

const broken = new TypeError('x is not a function');
const away = new Error('Connection terminated unexpectedly');

const streamSequence = 7;

function verdictsOf(retries: Retries, ...errors: Error[]) {
  return errors.map((error, index) => retries.decide({ streamSequence, deliveryCount: index + 1 }, error));
}

test('what fails is tried twelve times more, after growing pauses, and then given up', () => {
  const verdicts = verdictsOf(new Retries(10), ...Array.from({ length: 13 }, () => broken));
  const last = verdicts.pop();
  for (const { tries, pauseMs } of verdicts) {
    expect(pauseMs).toBeGreaterThanOrEqual(50);
    expect(pauseMs).toBeLessThan(50 + 250 * 2 ** tries);
  }
  expect(last).toEqual({ tries: 13, pauseMs: null });
});

test('what a rule forbids is given up at once', () => {
  expect(verdictsOf(new Retries(10), new Forbidden('no'))).toEqual([{ tries: 1, pauseMs: null }]);
});

test('while the database is away nothing is counted, and every pause is short', () => {
  const verdicts = verdictsOf(new Retries(10), broken, ...Array.from({ length: 100 }, () => away), broken);
  const last = verdicts.pop();
  for (const { tries, pauseMs } of verdicts.slice(1)) {
    expect(tries).toBe(1);
    expect(pauseMs).toBeGreaterThanOrEqual(500);
    expect(pauseMs).toBeLessThan(2_000);
  }
  expect(last?.tries).toBe(2);
  expect(last?.pauseMs).toBeLessThan(50 + 250 * 4);
});

test('messages are counted apart', () => {
  const retries = new Retries(10);
  verdictsOf(retries, away, away);
  expect(retries.decide({ streamSequence: 8, deliveryCount: 13 }, broken).pauseMs).toBeNull();
});
