import { type MailSummary, readMails } from '@souk/client/mail-inbox';
import type { Books } from './books.js';
import type { Breach, Invariant } from './invariant.js';

interface MessageRow {
  id: string;
  template: string;
  order_id: string | null;
  status: string;
  sent_at: Date | null;
  /** Tries of which nobody knows whether the mail went out. */
  doubtful: number;
}

interface StepRow {
  order_id: string;
  to_status: string;
}

/** Which mail each step of an order brings its customer. */
const mailAt: Record<string, string> = {
  PENDING: 'ORDER_PLACED',
  PAID: 'ORDER_PAID',
  SHIPPED: 'ORDER_SHIPPED',
  DELIVERED: 'ORDER_DELIVERED',
  CANCELLED: 'ORDER_CANCELLED',
};
const mostMails = 100_000;

/** Mails: one for each step of an order. It may come twice only where a sender died and could not say that it was sent. */
export const oneMailPerStep: Invariant = {
  id: 'I7',
  holds: 'Each step of an order is told its customer in one mail; twice only where a sender died over it.',
  check: async ({ books, world }) => {
    const [messages, steps, mails] = await Promise.all([
      messagesIn(books),
      books.rows<StepRow>('orders', 'select order_id, to_status from order_status_history'),
      readMails(world.mailInboxUrl, { limit: mostMails }),
    ]);
    const received = Map.groupBy(mails, ({ messageId }) => messageId ?? '');
    const doubles = messages.filter(({ id }) => (received.get(mailIdOf(id))?.length ?? 0) > 1);
    return {
      looked: { messages: messages.length, steps: steps.length, mails: mails.length },
      breaches: [
        ...judgeSteps(steps, messages),
        ...judgeMails(messages, received, oldestIn(mails)),
        ...judgeStrangers(mails, messages),
      ],
      remarks: [`${doubles.length} mails came more than once.`],
      figures: { mails: mails.length, mailsTwice: doubles.length },
    };
  },
};

function messagesIn(books: Books): Promise<MessageRow[]> {
  return books.rows<MessageRow>(
    'notifications',
    `select id, template, order_id, status, sent_at, (
       select count(*)::int from delivery where message_id = message.id and outcome in ('UNKNOWN', 'DEFERRED')
     ) as doubtful
     from message where resend_of is null`,
  );
}

function judgeSteps(steps: readonly StepRow[], messages: readonly MessageRow[]): Breach[] {
  const written = Map.groupBy(messages, ({ order_id, template }) => `${order_id} ${template}`);
  return steps.flatMap((step) => {
    const template = mailAt[step.to_status];
    if (!template) return [];
    const found = written.get(`${step.order_id} ${template}`) ?? [];
    if (found.length === 1) return [];
    const sentence = `Order ${step.order_id} has ${found.length} mails ${template}.`;
    return [{ sentence, evidence: { step, messages: found } }];
  });
}

/** Each that was sent is in the inbox; what the inbox has let go to make room cannot be looked at. */
function judgeMails(
  messages: readonly MessageRow[],
  received: ReadonlyMap<string, MailSummary[]>,
  oldest: number,
): Breach[] {
  return messages.flatMap((message) => {
    const came = received.get(mailIdOf(message.id))?.length ?? 0;
    const said = (sentence: string) => [
      { sentence: `${message.template} ${message.id} ${sentence}.`, evidence: message },
    ];
    if (message.status !== 'SENT') return said(`is ${message.status}`);
    if (came === 0 && (message.sent_at?.getTime() ?? 0) > oldest) return said('was sent, and nobody has it');
    if (came > 1 + message.doubtful) return said(`came ${came} times, and ${message.doubtful} tries were doubtful`);
    return [];
  });
}

function judgeStrangers(mails: readonly MailSummary[], messages: readonly MessageRow[]): Breach[] {
  const known = new Set(messages.map(({ id }) => mailIdOf(id)));
  return mails
    .filter(({ messageId }) => !known.has(messageId ?? ''))
    .map((mail) => ({ sentence: `A mail came that nobody wrote: ${mail.subject}.`, evidence: mail }));
}

/** From when on nothing is missing in the inbox: it lets the oldest go only when it is full. */
function oldestIn(mails: readonly MailSummary[]): number {
  const times = mails.map(({ receivedAt }) => Date.parse(receivedAt));
  return times.length > 0 ? Math.min(...times) : 0;
}

function mailIdOf(messageId: string): string {
  return `<${messageId}@souk.example>`;
}
