import { type Attachment as ParsedAttachment, type ParsedMail, simpleParser } from 'mailparser';
import type { Attachment, Header, Message } from './message.js';

export interface Envelope {
  from: string;
  to: string[];
}

const previewLength = 140;

/** Takes a message apart: the addresses are those of the envelope, for they decide who gets it. */
export async function readMessage(raw: Buffer, envelope: Envelope): Promise<Omit<Message, 'id' | 'receivedAt'>> {
  const mail = await simpleParser(raw);
  const text = mail.text?.trim() || null;
  return {
    from: senderOf(mail) ?? envelope.from,
    to: envelope.to,
    subject: mail.subject ?? '',
    preview: (text ?? '').replace(/\s+/g, ' ').slice(0, previewLength),
    messageId: mail.messageId ?? null,
    text,
    html: mail.html || null,
    headers: mail.headerLines.map(toHeader),
    attachments: mail.attachments.map(toAttachment),
  };
}

function senderOf({ from }: ParsedMail): string | undefined {
  const [sender] = from?.value ?? [];
  return sender?.name ? `${sender.name} <${sender.address ?? ''}>` : sender?.address;
}

function toHeader({ line }: { line: string }): Header {
  const colon = line.indexOf(':');
  return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
}

function toAttachment({ filename, contentType, size }: ParsedAttachment): Attachment {
  return { fileName: filename ?? 'unnamed', contentType, sizeBytes: size };
}
