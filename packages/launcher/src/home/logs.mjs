import fs from 'node:fs';
import path from 'node:path';

const tailBytes = 16_384;
const tailLines = 20;

export function logFileOf(home, name) {
  return path.join(home.log, `${name}.log`);
}

/** Says where a log is, and its last lines. */
export function endOfLog(home, name) {
  const file = logFileOf(home, name);
  return `The end of ${file}:\n${tail(file)}`;
}

function tail(file) {
  const text = fs.existsSync(file) ? readEnd(file).trimEnd() : '';
  if (text === '') return '    (nothing)';
  const lines = text.split('\n').slice(-tailLines);
  return lines.map((line) => `    ${line}`).join('\n');
}

function readEnd(file) {
  const handle = fs.openSync(file, 'r');
  const size = fs.fstatSync(handle).size;
  const buffer = Buffer.alloc(Math.min(size, tailBytes));
  fs.readSync(handle, buffer, 0, buffer.length, size - buffer.length);
  fs.closeSync(handle);
  return buffer.toString('utf8');
}
