/** Tells a step of the story. */
export function tell(what: string, detail = ''): void {
  process.stdout.write(`${what.padEnd(12)} ${detail}\n`);
}
