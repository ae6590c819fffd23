/** A number as it stands in a table; a dash where nothing was measured. */
export function figure(value: number | undefined, decimals = 1): string {
  return value === undefined ? '–' : value.toFixed(decimals);
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
