export { type AuditNote, audit } from './audit.js';
export { auditTablesV1 } from './audit-tables.js';
export { type AuditedTable, audited } from './audited.js';
export type { AuditEntry, AuditHead, LinkedEntry } from './chain.js';
export { type ChainBreak, type Fault, findBreak, type Inspection } from './find-break.js';
export { type ChainState, inspectChain, type KeptHead, readKeptHeads } from './inspect-chain.js';
export { type AuditHeadKeeper, answerKeepAuditHead, handOverAuditHead } from './keep-heads.js';
export { linkAuditEntries, linkEntries } from './link-entries.js';
