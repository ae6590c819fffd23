import type { Message } from '../domain/message.js';
import type { MessageContent } from '../domain/message-content.js';
import { composeOrderMail } from './compose-order-mail.js';
import { composeStockAlarm } from './compose-stock-alarm.js';
import { composeWelcome } from './compose-welcome.js';
import type { AddressedLetter, Desk } from './desk.js';
import type { Mail } from './mailer.js';

/**
 * Makes a mail of a message: asks who is to get it and what it is about, and writes it out.
 * @throws {UndeliverableError} when there is nobody to write to. @throws {PublicError} when one who is asked is silent.
 */
export async function composeMail({ content, mailId }: Message, desk: Desk): Promise<Mail> {
  const { to, letter } = await addressedLetter(content, desk);
  return { messageId: mailId, to, ...letter };
}

function addressedLetter(content: MessageContent, desk: Desk): Promise<AddressedLetter> {
  switch (content.template) {
    case 'WELCOME':
      return composeWelcome(content.customerId, desk);
    case 'STOCK_LOW':
      return composeStockAlarm(content, desk);
    default:
      return composeOrderMail(content, desk);
  }
}
