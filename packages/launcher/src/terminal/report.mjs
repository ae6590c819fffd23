const began = performance.now();

/** Writes one line, with the seconds since the launcher began. */
export function report(text) {
  process.stdout.write(`${seconds(performance.now() - began).padStart(8)}  ${text}\n`);
}

/** Writes lines that belong to no moment. */
export function show(...lines) {
  process.stdout.write(`${lines.join('\n')}\n`);
}

export function complain(text) {
  process.stderr.write(`${text}\n`);
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** One server's or part's line: what, where, how it was obtained, how long it took. */
export function reportReady({ label, version, url, how, tookMs }) {
  const place = new URL(url).host;
  report(`${`${label} ${version ?? ''}`.padEnd(18)} ${place.padEnd(16)} in ${seconds(tookMs).padStart(6)}  ${how}`);
}
