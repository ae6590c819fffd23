export const messageStatuses = ['NEW', 'SENDING', 'RETRYING', 'SENT', 'FAILED'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/**
 * From each status, the statuses a message may move to. A status with none is final. SENDING may follow SENDING: the
 * process that had it died, and another one takes over.
 */
export const messageTransitions: Record<MessageStatus, readonly MessageStatus[]> = {
  NEW: ['SENDING'],
  SENDING: ['SENDING', 'RETRYING', 'SENT', 'FAILED'],
  RETRYING: ['SENDING'],
  SENT: [],
  FAILED: [],
};

/** The statuses in which a message is still on its way. */
export const openStatuses = messageStatuses.filter((status) => messageTransitions[status].length > 0);
