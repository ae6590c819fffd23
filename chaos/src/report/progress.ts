const msPerSecond = 1_000;

/** Tells a waiting person on the error output what is going on; standard output belongs to the verdict. */
export class Progress {
  private readonly began = performance.now();

  /** One line, with the seconds since the run began. */
  note(text: string): void {
    const seconds = ((performance.now() - this.began) / msPerSecond).toFixed(1);
    process.stderr.write(`${seconds.padStart(7)} s  ${text}\n`);
  }
}
