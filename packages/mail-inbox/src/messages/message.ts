export interface Header {
  name: string;
  value: string;
}

export interface Attachment {
  fileName: string;
  contentType: string;
  sizeBytes: number;
}

/** What a list shows of a message. */
export interface MessageSummary {
  id: string;
  /** Of the mail itself, as its sender numbered it. */
  messageId: string | null;
  receivedAt: string;
  from: string;
  /** Everybody it was delivered to, blind copies included. */
  to: string[];
  subject: string;
  preview: string;
}

export interface Message extends MessageSummary {
  text: string | null;
  html: string | null;
  headers: Header[];
  attachments: Attachment[];
}

export function summaryOf({ id, messageId, receivedAt, from, to, subject, preview }: Message): MessageSummary {
  return { id, messageId, receivedAt, from, to, subject, preview };
}
