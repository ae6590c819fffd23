import { stopProcess } from './stop-process.mjs';

// A part that is asked to stop finishes what it has begun, for at most 25 s.
const graceMs = 30_000;

/** Stops a part as it is on record: { name, pid, started }. */
export function stopPart(part) {
  return stopProcess(part, { name: part.name, graceMs });
}
