import { expect, test } from '@jest/globals';
import { linkedText } from './linked-text.js';

test('links web addresses and leaves the sentence around them alone', () => {
  expect(linkedText('See https://shop.example/a?b=1&c=2, or (http://x.example).')).toBe(
    'See <a href="https://shop.example/a?b=1&amp;c=2" target="_blank" rel="noreferrer">https://shop.example/a?b=1&amp;c=2</a>, ' +
      'or (<a href="http://x.example" target="_blank" rel="noreferrer">http://x.example</a>).',
  );
});

test('links nothing else', () => {
  expect(linkedText('javascript:alert(1) <b>')).toBe('javascript:alert(1) &lt;b&gt;');
});
