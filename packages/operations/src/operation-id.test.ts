import { expect, test } from '@jest/globals';
import { operationId } from './operation-id.js';

test('an operation is named by the SHA-256 of its text, every space included', () => {
  expect(operationId('query A{a}')).toBe('df9d4efd1426a5c7ca5ce710b9b1774925104eeb6e66079397ed6a305081b1f3');
  expect(operationId('query A {a}')).not.toBe(operationId('query A{a}'));
});
