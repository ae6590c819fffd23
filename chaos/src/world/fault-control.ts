import fs from 'node:fs';
import path from 'node:path';

/** One time that a fault point did what it was told. */
export interface FaultHit {
  point: string;
  action: string;
  pid: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** Tells the shop's processes, by a file each, which fault point is to do what; reads what they did. */
export class FaultControl {
  private readonly hitsFile: string;

  constructor(private readonly folder: string) {
    this.hitsFile = path.join(folder, 'hits.jsonl');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(this.hitsFile, '');
  }

  /** What a process needs to know from its beginning. */
  environmentOf(part: string): Record<string, string> {
    this.disarm(part);
    return { FAULT_POINTS: this.fileOf(part), FAULT_HITS: this.hitsFile };
  }

  /** @param order as `faultPoint` reads it, e.g. `relay.afterPublishBeforeMark=exit@3`. */
  arm(part: string, order: string): void {
    fs.writeFileSync(this.fileOf(part), order);
  }

  disarm(part: string): void {
    fs.writeFileSync(this.fileOf(part), '');
  }

  /** What it is still to do; empty when that has been done. */
  orderOf(part: string): string {
    return fs.readFileSync(this.fileOf(part), 'utf8');
  }

  hits(): FaultHit[] {
    const lines = fs.readFileSync(this.hitsFile, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as FaultHit);
  }

  /** Whether a fault point has ended this process. */
  hasEnded(pid: number): boolean {
    return this.hits().some((hit) => hit.pid === pid && hit.action === 'exit');
  }

  private fileOf(part: string): string {
    return path.join(this.folder, `${part}.txt`);
  }
}
