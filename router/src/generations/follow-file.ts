import { type Stats, unwatchFile, watchFile } from 'node:fs';

const lookEveryMs = 1_000;

/**
 * Calls `onChange` when the file has another content or place, or the process is told so by SIGHUP. Files that are
 * replaced by renaming, or through links, count too. Returns a function that ends this.
 */
export function followFile(path: string, onChange: () => void): () => void {
  const onStats = (now: Stats, before: Stats) => {
    const isThere = now.nlink > 0;
    if (isThere && (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino)) onChange();
  };
  watchFile(path, { interval: lookEveryMs, persistent: false }, onStats);
  process.on('SIGHUP', onChange);
  return () => {
    unwatchFile(path, onStats);
    process.off('SIGHUP', onChange);
  };
}
