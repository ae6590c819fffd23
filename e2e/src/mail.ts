import { eventually } from '@souk/kit/testing';
import { z } from 'zod';
import { config } from './config.js';

const listSchema = z.object({ messages: z.array(z.object({ id: z.string(), subject: z.string() })) });
const messageSchema = z.object({ text: z.string(), subject: z.string() });

/** The subjects of the mails that somebody got. */
export async function subjectsTo(email: string): Promise<string[]> {
  return (await messagesTo(email)).map((message) => message.subject);
}

/** The first mail to somebody whose text holds what is looked for, and the first group found in it. */
export function textInMailTo(email: string, pattern: RegExp): Promise<string> {
  return eventually(async () => {
    for (const { id } of await messagesTo(email)) {
      const { text } = messageSchema.parse(await getJson(`/api/messages/${id}`));
      const found = pattern.exec(text)?.[1];
      if (found) return found;
    }
    throw new Error(`No mail to ${email} holds ${pattern.source}.`);
  }, 15_000);
}

async function messagesTo(email: string) {
  return listSchema.parse(await getJson(`/api/messages?to=${encodeURIComponent(email)}`)).messages;
}

async function getJson(path: string): Promise<unknown> {
  return (await fetch(`${config.SOUK_MAIL_INBOX_URL}${path}`)).json();
}
