import { readMail, readMails } from '@souk/client/mail-inbox';
import { eventually } from '@souk/kit/testing';
import { config } from './config.js';

const url = config.SOUK_MAIL_INBOX_URL;

/** The subjects of the mails that somebody got. */
export async function subjectsTo(email: string): Promise<string[]> {
  return (await readMails(url, { to: email })).map(({ subject }) => subject);
}

/** The first mail to somebody whose text holds what is looked for, and the first group found in it. */
export function textInMailTo(email: string, pattern: RegExp): Promise<string> {
  return eventually(async () => {
    for (const { id } of await readMails(url, { to: email })) {
      const found = pattern.exec((await readMail(url, id)).text)?.[1];
      if (found) return found;
    }
    throw new Error(`No mail to ${email} holds ${pattern.source}.`);
  }, 15_000);
}
