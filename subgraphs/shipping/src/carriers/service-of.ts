/** The carrier's service for a shipping method of ours. */
export function serviceOf(methodCode: string): string {
  return methodCode === 'express' ? 'express' : 'standard';
}
