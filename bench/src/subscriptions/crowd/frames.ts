/** Reads frames as servers send them, which are not masked, from whatever pieces of a stream come. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly onFrame: (opcode: number, payload: Buffer) => void) {}

  read(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    for (;;) {
      const frame = frameAt(bytes, at);
      if (!frame) break;
      this.onFrame(frame.opcode, bytes.subarray(frame.start, frame.end));
      at = frame.end;
    }
    this.rest = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
  }
}

function frameAt(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return undefined;
  const [first = 0, short = 0] = bytes.subarray(at, at + 2);
  const headLength = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < at + headLength) return undefined;
  const length =
    short === 126 ? bytes.readUInt16BE(at + 2) : short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short;
  const start = at + headLength;
  return bytes.length < start + length ? undefined : { opcode: first & 15, start, end: start + length };
}

const mask = [0x12, 0x34, 0x56, 0x78] as const;

/** Writes a frame as clients send it: masked, and shorter than 64 kB. */
export function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 255];
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] as number));
  return Buffer.concat([Buffer.from([0x80 | opcode, ...head, ...mask]), masked]);
}
