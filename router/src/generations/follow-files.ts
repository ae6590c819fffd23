import { type Stats, unwatchFile, watchFile } from 'node:fs';

const lookEveryMs = 1_000;

/**
 * Calls `onChange` when a file has another content or place, or the process is told so by SIGHUP: then it is demanded.
 * Files that are replaced by renaming, or through links, count too. Returns a function that ends this.
 */
export function followFiles(paths: readonly string[], onChange: (isDemanded: boolean) => void): () => void {
  const onStats = (now: Stats, before: Stats) => {
    const isThere = now.nlink > 0;
    if (isThere && (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino)) onChange(false);
  };
  const onSignal = () => onChange(true);
  for (const path of paths) watchFile(path, { interval: lookEveryMs, persistent: false }, onStats);
  process.on('SIGHUP', onSignal);
  return () => {
    for (const path of paths) unwatchFile(path, onStats);
    process.off('SIGHUP', onSignal);
  };
}
