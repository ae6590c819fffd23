import type { QuestionVersion } from '../../state/registry-state.js';
import type { Finding, FindingLevel } from '../finding.js';
import { announcedRemoval, tooEarly } from './announced-removal.js';
import { compareSchemas } from './compare-schemas.js';
import { nextVersionOf, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import { formerFileOf, ownerOf, questionFinding } from './question-finding.js';
import type { Drift, SchemaChange } from './schema-change.js';

type Side = 'request' | 'reply';

/** Which questions came and went, and whether those who ask and those who answer still understand each other. */
export function checkQuestions({ before, after, today }: EventsContext): Finding[] {
  const [old, present] = [bySubject(before.questions), bySubject(after.questions)];
  return [
    ...before.questions.filter(({ subject }) => !present.has(subject)).map((question) => judgeRemoval(question, today)),
    ...after.questions.flatMap((question) => {
      const former = old.get(question.subject);
      if (former) return [...compareSides('request', former, question), ...compareSides('reply', former, question)];
      return [questionFinding(question, { level: 'note', code: 'QUESTION_ADDED', message: 'The question is new.' })];
    }),
  ];
}

/** Today's code cannot ask what is not declared; yesterday's, which still runs while it is replaced, can. */
function judgeRemoval(question: QuestionVersion, today: string): Finding {
  const file = formerFileOf(question);
  const removal = announcedRemoval(question.description);
  if (removal && removal < today) {
    const message = `The version is gone, and it was announced to stay until ${removal}.`;
    return questionFinding(question, { level: 'note', code: 'QUESTION_REMOVED', message, file });
  }
  return questionFinding(question, {
    level: 'error',
    code: 'QUESTION_REMOVED',
    ...tooEarly(question.subject, removal),
    file,
  });
}

function compareSides(side: Side, before: QuestionVersion, after: QuestionVersion): Finding[] {
  return compareSchemas(before[side], after[side]).map((change) =>
    questionFinding(after, remarkOn(change, side, after.subject), [side, ...change.path]),
  );
}

function remarkOn({ code: what, difference, drift, remedy }: SchemaChange, side: Side, subject: string): Remark {
  const code = `QUESTION_${what}`;
  if (!drift) return { level: 'note', code, message: `${difference}.` };
  const { level, consequence } = verdicts[side][drift];
  const orderly = level === 'error' ? '' : `, or let ${ownerOf(subject)} run with it before those who ask do`;
  return {
    level,
    code,
    message: `${difference}: ${consequence}.`,
    fix: `${remedy}${orderly}, or declare ${nextVersionOf(subject)} beside it and answer both.`,
  };
}

/**
 * Whom a drift hurts. Nothing is kept here, but processes are replaced one after the other. What breaks those who still
 * ask as yesterday is refused; what only an owner that is replaced too late would break can be arranged.
 */
const verdicts: Record<Side, Record<Drift, { level: FindingLevel; consequence: string }>> = {
  request: {
    narrower: { level: 'error', consequence: "some of what yesterday's code asks is refused" },
    other: { level: 'error', consequence: "who asks with yesterday's code is not understood" },
    closed: { level: 'error', consequence: "who asks with yesterday's code may say more, and is refused" },
    gone: { level: 'warning', consequence: "who asks with yesterday's code still says it, and nobody heeds it" },
    wider: { level: 'warning', consequence: "an owner that still runs yesterday's code refuses some of what is asked" },
  },
  reply: {
    wider: { level: 'error', consequence: "who asks with yesterday's code refuses some of the replies" },
    other: { level: 'error', consequence: "who asks with yesterday's code does not understand the reply" },
    gone: { level: 'error', consequence: "who asks with yesterday's code misses it" },
    closed: { level: 'error', consequence: 'nothing can be added to it any more without hurting those who ask' },
    narrower: {
      level: 'warning',
      consequence: "who asks refuses some replies of an owner that still runs yesterday's code",
    },
  },
};

function bySubject(questions: readonly QuestionVersion[]): Map<string, QuestionVersion> {
  return new Map(questions.map((question) => [question.subject, question]));
}
