import { type Answer, type AnswerContext, answerTo } from '../asking/index.js';
import type { Inbox } from '../messaging/index.js';
import { withActor } from '../observability/index.js';
import { discard } from './discard.js';
import { findDeadLetters } from './find-dead-letters.js';
import { askDiscardDeadLetter, askListDeadLetters, askRedriveDeadLetter } from './questions.js';
import { redrive } from './redrive.js';

/** The answers of every subgraph about its dead letters. */
export function answerDeadLetters(
  subgraph: string,
  inboxOf: (consumer: string) => Inbox | undefined,
): readonly Answer[] {
  const desk = ({ em, logger }: AnswerContext) => ({ subgraph, em, logger, inboxOf });
  return [
    answerTo(askListDeadLetters(subgraph), async (request, { em }) => ({
      deadLetters: await findDeadLetters(em, subgraph, request),
    })),
    answerTo(askRedriveDeadLetter(subgraph), (request, context) =>
      withActor(request.by, () => redrive(desk(context), request)),
    ),
    answerTo(askDiscardDeadLetter(subgraph), (request, context) =>
      withActor(request.by, () => discard(desk(context), request)),
    ),
  ];
}
