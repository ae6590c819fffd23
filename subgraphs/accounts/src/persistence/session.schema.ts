import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Session } from '../domain/session.js';

export const SessionSchema = defineEntity({
  class: Session,
  tableName: 'session',
  properties: {
    ...aggregateColumns,
    kind: p.enum(['ACCOUNT', 'GUEST'] as const),
    ownerId: p.uuid(),
    guestId: p.uuid().nullable(),
    currentHash: p.text(),
    previousHash: p.text().nullable(),
    sealedSuccessor: p.text().nullable(),
    openedAt: p.datetime(),
    rotatedAt: p.datetime().nullable(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
