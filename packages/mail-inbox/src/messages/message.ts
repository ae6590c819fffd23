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
  receivedAt: string;
  from: string;
  /** Everybody it was delivered to, blind copies included. */
  to: string[];
  subject: string;
  preview: string;
}

export interface Message extends MessageSummary {
  messageId: string | null;
  text: string | null;
  html: string | null;
  headers: Header[];
  attachments: Attachment[];
}

export function summaryOf({ id, receivedAt, from, to, subject, preview }: Message): MessageSummary {
  return { id, receivedAt, from, to, subject, preview };
}
