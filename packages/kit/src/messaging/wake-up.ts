/** Lets a loop sleep until something happens, or a while has passed. A wake-up before the sleep is not lost. */
export class WakeUp {
  private pending = false;
  private resume: (() => void) | undefined;

  wake(): void {
    this.pending = true;
    this.resume?.();
  }

  async wait(maxMs: number): Promise<void> {
    if (!this.pending) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, maxMs);
        this.resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.resume = undefined;
    this.pending = false;
  }
}
