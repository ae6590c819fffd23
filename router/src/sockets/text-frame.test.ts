import { expect, test } from '@jest/globals';
import * as ws from 'ws';
import { isAscii, textFrame } from './text-frame.js';

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a message of %d bytes is framed as the library would',
  (length) => {
    const text = 'x'.repeat(length);
    const options = { fin: true, rsv1: false, opcode: 1, mask: false, readOnly: false };
    const expected = Buffer.concat((ws as unknown as { Sender: Framing }).Sender.frame(Buffer.from(text), options));
    expect(Buffer.from(textFrame(text), 'latin1').equals(expected)).toBe(true);
  },
);

test.each([
  ['', true],
  ['{"status":"PAID"}\u007f\n', true],
  ['Käse', false],
  ['\u2028', false],
])('%j has only characters of one byte: %s', (text, expected) => {
  expect([isAscii(text), isAscii(text), isAscii('another'), isAscii(text)]).toEqual([
    expected,
    expected,
    true,
    expected,
  ]);
});

interface Framing {
  frame(data: Buffer, options: object): Buffer[];
}
