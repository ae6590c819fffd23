import { z } from 'zod';

const listSchema = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      messageId: z.string().nullable(),
      receivedAt: z.string(),
      to: z.array(z.string()),
      subject: z.string(),
    }),
  ),
});
const messageSchema = z.object({ text: z.string(), subject: z.string() });

/** A mail as the inbox lists it. */
export type MailSummary = z.infer<typeof listSchema>['messages'][number];

/** The mails in the inbox, the newest first. @param to whom they were sent to: an address, or a part of one. */
export async function readMails(inboxUrl: string, { to = '', limit = 50 } = {}): Promise<MailSummary[]> {
  const query = new URLSearchParams({ ...(to && { to }), limit: String(limit) });
  return listSchema.parse(await getJson(`${inboxUrl}/api/messages?${query}`)).messages;
}

/** What is written in a mail. */
export async function readMail(inboxUrl: string, id: string): Promise<{ text: string; subject: string }> {
  return messageSchema.parse(await getJson(`${inboxUrl}/api/messages/${id}`));
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.json();
}
