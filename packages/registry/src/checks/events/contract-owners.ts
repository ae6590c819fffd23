import { partsOf } from '@souk/kit/contracts';
import type { Finding } from '../finding.js';
import { eventFinding, listed, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import { ownerOf, questionFinding } from './question-finding.js';

/** Whether what a contract's name begins with is there: an event of nobody has no stream, a question nobody who answers. */
export function checkOwners({ after }: EventsContext): Finding[] {
  const subgraphs = Object.keys(after.subscriptions).filter((name) => name !== 'router');
  const isKnown = (owner: string) => subgraphs.includes(owner);
  return [
    ...after.events
      .map((event) => ({ event, owner: partsOf(event.type).owner }))
      .filter(({ owner }) => !isKnown(owner))
      .map(({ event, owner }) => eventFinding(event, unknown('EVENT', owner, subgraphs))),
    ...after.questions
      .filter(({ subject }) => !isKnown(ownerOf(subject)))
      .map((question) => questionFinding(question, unknown('QUESTION', ownerOf(question.subject), subgraphs))),
  ];
}

function unknown(kind: 'EVENT' | 'QUESTION', owner: string, subgraphs: readonly string[]): Remark {
  return {
    level: 'error',
    code: `${kind}_OWNER_UNKNOWN`,
    message: `Its owner is ${owner} by its name, and there is no subgraph of that name.`,
    fix: `Name the subgraph that publishes or answers it: ${listed(subgraphs)}.`,
  };
}
