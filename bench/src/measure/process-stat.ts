/** A process as the kernel tells it in `/proc/<pid>/stat`. */
export interface ProcessStat {
  pid: number;
  parent: number;
  /** When it started, in clock ticks since the machine did. */
  started: string;
  /** Processor time of the process and of its children that have ended, in milliseconds. */
  cpuMs: number;
}

/** The kernel tells times in hundredths of a second, whatever its own clock does. */
const msPerTick = 10;

/** @param text the content of `/proc/<pid>/stat`. The name in parentheses may hold anything, spaces too. */
export function parseProcessStat(text: string): ProcessStat {
  const nameEnd = text.lastIndexOf(')');
  const pid = Number(text.slice(0, text.indexOf(' ')));
  // As proc(5) numbers them, the fields after the name begin with the third.
  const fields = text.slice(nameEnd + 2).split(' ');
  const field = (number: number): string => fields[number - 3] ?? '';
  const ticks = [14, 15, 16, 17].reduce((sum, number) => sum + Number(field(number)), 0);
  return { pid, parent: Number(field(4)), started: field(22), cpuMs: ticks * msPerTick };
}
