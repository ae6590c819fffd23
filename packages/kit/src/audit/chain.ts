import { createHash } from 'node:crypto';
import { canonicalJson } from '../persistence/index.js';

/** What was done, as the effect's own transaction wrote it. */
export interface AuditEntry {
  id: string;
  /** By the database's clock, in microseconds. */
  at: string;
  actor: string;
  action: string;
  subject: string;
  correlationId: string | null;
  reason: string | null;
  beforeHash: string | null;
  afterHash: string | null;
}

/** Its place in the chain: each entry's hash covers what it says and the hash before it. */
export interface AuditLink {
  /** From 1 without gaps. Not hashed: the order is told by the hashes, and this must agree with them. */
  seq: number;
  prevHash: string;
  hash: string;
}

export type LinkedEntry = AuditEntry & AuditLink;

/** Where a chain ends. */
export type AuditHead = Pick<AuditLink, 'seq' | 'hash'>;

/** What stands before the first entry. */
export const beginning: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/** The hash of an entry behind the one with `prevHash`. */
export function hashOf(entry: AuditEntry, prevHash: string): string {
  const { id, at, actor, action, subject, correlationId, reason, beforeHash, afterHash } = entry;
  const said = { id, at, actor, action, subject, correlationId, reason, beforeHash, afterHash, prevHash };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** Links entries behind the head, in the order given. */
export function link(head: AuditHead, entries: readonly AuditEntry[]): LinkedEntry[] {
  let last = head;
  return entries.map((entry) => {
    const linked = { ...entry, seq: last.seq + 1, prevHash: last.hash, hash: hashOf(entry, last.hash) };
    last = linked;
    return linked;
  });
}
