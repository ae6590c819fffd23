import { askRepublish, type RepublishReply } from '@souk/kit/messaging';
import type { RepublishWish } from './command-line.js';
import { DeskInputError } from './desk-input.error.js';
import type { Desk, Outcome } from './run-command.js';

/** Does what `npm run events:republish` was asked, page by page. */
export async function publishAgain({ subgraph, from }: RepublishWish, { ask, tell }: Desk): Promise<Outcome> {
  let published = 0;
  for (let next: RepublishWish['from'] | null = from; next; ) {
    const page: RepublishReply = await ask(askRepublish(subgraph), { what: 'SINCE', from: next });
    if (!page.isKnown) throw new DeskInputError(`The outbox of ${subgraph} does not hold that event, or not any more.`);
    published += page.published;
    if (page.next) tell(`${published} events of ${subgraph} so far.`);
    next = page.next ? { page: page.next } : null;
  }
  tell(`${published} events of ${subgraph} were published again.`);
  return { isDone: true };
}
