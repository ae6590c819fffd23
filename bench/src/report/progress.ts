const redrawMs = 100;

/** Tells a waiting person on the error output what is going on; standard output belongs to the figures. */
export class Progress {
  private stage = '';
  private shownAt = 0;
  private readonly isTerminal = process.stderr.isTTY;

  /** One line, written over its predecessor in a terminal. Elsewhere only the first line of each stage is written. */
  show(text: string): void {
    if (this.isTerminal) this.overwrite(text);
    else this.showStage(text);
  }

  /** A line that stays. */
  note(text: string): void {
    this.clear();
    process.stderr.write(`${text}\n`);
  }

  clear(): void {
    if (this.isTerminal) process.stderr.write('\r\u001b[K');
  }

  private overwrite(text: string): void {
    if (performance.now() - this.shownAt < redrawMs) return;
    this.shownAt = performance.now();
    process.stderr.write(`\r\u001b[K${text}`);
  }

  // The part before the colon names the stage.
  private showStage(text: string): void {
    const [stage = ''] = text.split(':');
    if (stage === this.stage) return;
    this.stage = stage;
    process.stderr.write(`${stage}\n`);
  }
}
