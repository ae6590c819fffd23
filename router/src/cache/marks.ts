/** More than events tell of while anything that was kept before them may still be served. */
const mostMarks = 50_000;

/**
 * What was made old, and when. Time is counted in events here: what began at a moment is current as long as nothing
 * that it holds was made old after that moment. So an answer that was under way when an event came is old when it
 * arrives.
 */
export class Marks {
  private latest = 0;
  /** What began before is old. */
  private floor = 0;
  private readonly byTag = new Map<string, number>();

  /** The present moment. */
  get moment(): number {
    return this.latest;
  }

  add(tags: readonly string[]): void {
    this.latest += 1;
    for (const tag of tags) {
      this.byTag.delete(tag);
      this.byTag.set(tag, this.latest);
    }
    for (const [tag, moment] of this.byTag) {
      if (this.byTag.size <= mostMarks) return;
      this.byTag.delete(tag);
      this.floor = moment;
    }
  }

  addAll(): void {
    this.latest += 1;
    this.floor = this.latest;
    this.byTag.clear();
  }

  isCurrent(begunAt: number, tags: readonly string[]): boolean {
    if (begunAt < this.floor) return false;
    for (const tag of tags) if ((this.byTag.get(tag) ?? 0) > begunAt) return false;
    return true;
  }
}
