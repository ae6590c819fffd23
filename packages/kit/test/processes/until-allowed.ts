/** Tells the process that started this one that something has begun, and waits until it lets that go on. */
export function untilAllowed(what: string): Promise<void> {
  return new Promise((resolve) => {
    const listen = (allowed: unknown) => {
      if (allowed !== what) return;
      process.off('message', listen);
      resolve();
    };
    process.on('message', listen);
    process.send?.(what);
  });
}
