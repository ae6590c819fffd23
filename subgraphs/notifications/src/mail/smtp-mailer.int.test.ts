import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { freePort } from '@souk/kit/testing';
import { TestInbox } from '../../test/start-test-inbox.js';
import { type Mail, UndeliverableError } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

let inbox: TestInbox;
let mailer: SmtpMailer;

beforeAll(async () => {
  inbox = await TestInbox.start();
  mailer = new SmtpMailer(inbox.smtpUrl, 'Souk <shop@souk.example>');
});
beforeEach(() => inbox.change({ rejectNext: 0, rejectCode: 451 }));
afterAll(() => {
  mailer.close();
  return inbox.stop();
});

function aMail(more: Partial<Mail> = {}): Mail {
  const to = { name: 'Zoë “Z” O’Neill', address: `${newId()}@example.com` };
  const mail = { messageId: `<${newId()}@souk.example>`, to, subject: 'Über €', text: 'Text €', html: '<p>Page €</p>' };
  return { ...mail, ...more };
}

test('a mail arrives as it was written, under its own id, and marked as automatic', async () => {
  const mail = aMail();
  expect(await mailer.send(mail)).toMatch(/^250 /);
  const [received] = await inbox.mailsTo(mail.to.address);
  expect(received).toMatchObject({
    from: 'Souk <shop@souk.example>',
    to: [mail.to.address],
    subject: 'Über €',
    text: 'Text €',
    messageId: mail.messageId,
  });
  expect(received?.html).toContain('Page €');
  expect(received?.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
});

test('a name cannot smuggle in a header or another recipient', async () => {
  const address = `${newId()}@example.com`;
  const mail = aMail({ to: { name: 'X\r\nBcc: other@example.com', address }, subject: 'Hi\r\nX-Evil: 1' });
  await mailer.send(mail);
  const [received] = await inbox.mailsTo(address);
  expect(received?.to).toEqual([address]);
  expect(received?.headers.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['X-Evil']));
  expect(await inbox.mailsTo('other@example.com')).toEqual([]);
});

test('a refusal for good is told apart from one for now', async () => {
  await inbox.change({ rejectNext: 1, rejectCode: 550 });
  await expect(mailer.send(aMail())).rejects.toThrow(UndeliverableError);
  await inbox.change({ rejectNext: 1, rejectCode: 451 });
  await expect(mailer.send(aMail())).rejects.not.toThrow(UndeliverableError);
});

test('an address that is none will never work', async () => {
  await expect(mailer.send(aMail({ to: { name: '', address: '' } }))).rejects.toThrow(UndeliverableError);
  await expect(mailer.send(aMail({ to: { name: '', address: 'no address' } }))).rejects.toThrow(UndeliverableError);
});

test('a server that went away between two mails, and came back, gets the second', async () => {
  await mailer.send(aMail());
  await inbox.close();
  await inbox.open();
  const mail = aMail();
  await mailer.send(mail);
  expect(await inbox.mailsTo(mail.to.address)).toHaveLength(1);
});

test('many at once arrive once each', async () => {
  const mails = Array.from({ length: 20 }, () => aMail());
  await Promise.all(mails.map((mail) => mailer.send(mail)));
  for (const { to } of mails) expect(await inbox.mailsTo(to.address)).toHaveLength(1);
});

test('a server that is not there may be there later', async () => {
  const nowhere = new SmtpMailer(`smtp://127.0.0.1:${await freePort()}`, 'shop@souk.example');
  await expect(nowhere.send(aMail())).rejects.not.toThrow(UndeliverableError);
  nowhere.close();
});
