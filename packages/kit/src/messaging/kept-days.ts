/**
 * How many days what is kept. An event can be published again while its row is in the outbox, and can then be delivered
 * while the stream keeps it: the inbox must know it longer than both together.
 */
export const keptDays = { stream: 14, publishedOutbox: 7, inbox: 30 };
