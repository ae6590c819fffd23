import { expect, jest, test } from '@jest/globals';
import { type KeptAnswer, MemoryLayer } from './memory-layer.js';

const open = (bounds = { entries: 100, bytes: 1_000_000 }) => new MemoryLayer(bounds);

function anAnswer(memory: MemoryLayer, more: Partial<KeptAnswer> = {}): KeptAnswer {
  return { text: '{}', tags: ['Product:1'], expiresAtMs: performance.now() + 1_000, begunAt: memory.moment, ...more };
}

test('an answer is recalled until an event tells of what it holds', () => {
  const memory = open();
  memory.keep('a', anAnswer(memory, { text: 'A' }));
  memory.forget(['Product:2']);
  expect(memory.recall('a')).toBe('A');
  memory.forget(['Product:1']);
  expect(memory.recall('a')).toBeUndefined();
  expect(memory.size).toBe(0);
});

test('an answer that was under way when the event came is not kept', () => {
  const memory = open();
  const underWay = anAnswer(memory);
  memory.forget(['Product:1']);
  memory.keep('a', underWay);
  expect(memory.recall('a')).toBeUndefined();
  memory.keep('a', anAnswer(memory));
  expect(memory.recall('a')).toBe('{}');
});

test('an answer is not recalled after its time', () => {
  const memory = open();
  const now = jest.spyOn(performance, 'now').mockReturnValue(5_000);
  memory.keep('a', anAnswer(memory, { expiresAtMs: 6_000 }));
  now.mockReturnValue(5_999);
  expect(memory.recall('a')).toBe('{}');
  now.mockReturnValue(6_000);
  expect(memory.recall('a')).toBeUndefined();
  now.mockRestore();
});

test('the memory is bounded, by entries and by bytes; what was used last stays', () => {
  const few = open({ entries: 2, bytes: 1_000_000 });
  for (const key of ['a', 'b']) few.keep(key, anAnswer(few));
  few.recall('a');
  few.keep('c', anAnswer(few));
  expect(['a', 'b', 'c'].map((key) => few.recall(key))).toEqual(['{}', undefined, '{}']);
  const small = open({ entries: 1_000, bytes: 100_000 });
  for (let n = 0; n < 100; n += 1) small.keep(`${n}`, anAnswer(small, { text: 'x'.repeat(1_000) }));
  expect(small.size).toBeLessThan(50);
  expect(small.recall('99')).toBeDefined();
  small.keep('large', anAnswer(small, { text: 'x'.repeat(50_000) }));
  expect(small.recall('large')).toBeUndefined();
  expect(small.recall('99')).toBeDefined();
});
