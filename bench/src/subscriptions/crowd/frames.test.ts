import { expect, test } from '@jest/globals';
import { FrameReader, maskedFrame } from './frames.js';

function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : undefined;
  if (head) return Buffer.concat([Buffer.from([0x81, ...head]), payload]);
  const long = Buffer.alloc(8);
  long.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([Buffer.from([0x81, 127]), long, payload]);
}

/** Short pieces until all heads have come, then long ones: every piece makes the reader copy what it waits for. */
function* piecesOf(bytes: Buffer, size: number): Generator<Buffer> {
  const headsEnd = 400;
  for (let at = 0; at < headsEnd; at += size) yield bytes.subarray(at, Math.min(at + size, headsEnd));
  for (let at = headsEnd; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

test.each([1, 2, 3, 7, 100, 400])('frames are read from pieces of %d bytes', (size) => {
  const texts = ['', 'a', 'b'.repeat(125), 'c'.repeat(126), 'd'.repeat(70_000), 'e'];
  const bytes = Buffer.concat(texts.map(frame));
  const read: string[] = [];
  const reader = new FrameReader((opcode, payload) => read.push(`${opcode}${payload}`));
  for (const piece of piecesOf(bytes, size)) reader.read(piece);
  expect(read).toEqual(texts.map((text) => `1${text}`));
});

test('frames are read that come all at once', () => {
  const read: string[] = [];
  new FrameReader((_opcode, payload) => read.push(String(payload))).read(Buffer.concat(['a', 'b', 'c'].map(frame)));
  expect(read).toEqual(['a', 'b', 'c']);
});

test.each(['short', 'long'.repeat(100)])('what a client sends is masked', (text) => {
  const bytes = maskedFrame(1, Buffer.from(text));
  const headLength = text.length < 126 ? 2 : 4;
  const mask = bytes.subarray(headLength, headLength + 4);
  const payload = bytes.subarray(headLength + 4).map((byte, index) => byte ^ (mask[index % 4] as number));
  expect(bytes[0]).toBe(0x81);
  expect(Buffer.from(payload).toString()).toBe(text);
});
