import { createHash } from 'node:crypto';

/** What names an operation wherever it goes: SHA-256 of its text as it is sent, in lower-case hexadecimal. */
export function operationId(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
