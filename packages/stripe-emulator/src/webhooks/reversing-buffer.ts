const windowMs = 250;

/** Holds what arrives within a short window, and passes it on last first. */
export class ReversingBuffer {
  private held: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly passOn: (ids: string[]) => void) {}

  add(id: string): void {
    this.held.push(id);
    this.timer ??= setTimeout(() => this.flush(), windowMs);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    const reversed = this.held.reverse();
    this.held = [];
    this.timer = undefined;
    this.passOn(reversed);
  }
}
