import { isPast } from '../api/lasting-leads.js';
import type { Finding } from '../finding.js';
import { announcedRemoval, announcement, isCalledDeprecated } from './announced-removal.js';
import { eventFinding, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import { questionFinding } from './question-finding.js';

interface Described {
  description: string;
  /** The day that was accepted for its removal, where one was. */
  accepted: string | undefined;
  today: string;
}

type Problem = Pick<Remark, 'message' | 'fix'> & { code: string };

/**
 * Whether each contract says what it is for, and one that is deprecated, until which day it will be there: a day that is
 * still to come when it is named, and never comes nearer.
 */
export function checkDescriptions({ before, after, today }: EventsContext): Finding[] {
  const accepted = new Map<string, string | undefined>([
    ...before.events.map(({ type, description }) => [type, announcedRemoval(description)] as const),
    ...before.questions.map(({ subject, description }) => [subject, announcedRemoval(description)] as const),
  ]);
  const problemOf = (name: string, description: string) =>
    findProblem({ description, accepted: accepted.get(name), today });
  return [
    ...after.events.flatMap((event) => {
      const problem = problemOf(event.type, event.description);
      return problem ? eventFinding(event, toRemark('EVENT', problem)) : [];
    }),
    ...after.questions.flatMap((question) => {
      const problem = problemOf(question.subject, question.description);
      return problem ? questionFinding(question, toRemark('QUESTION', problem)) : [];
    }),
  ];
}

function toRemark(kind: 'EVENT' | 'QUESTION', { code, ...problem }: Problem): Remark {
  return { level: 'error', code: `${kind}_${code}`, ...problem };
}

function findProblem({ description, accepted, today }: Described): Problem | undefined {
  if (description.trim() === '') return undescribed;
  const day = announcedRemoval(description);
  if (!day) return isCalledDeprecated(description) ? undated : undefined;
  if (accepted && day < accepted) return hastened(day, accepted);
  return day !== accepted && isPast(day, today) ? belated(day) : undefined;
}

const undescribed: Problem = {
  code: 'DESCRIPTION_MISSING',
  message: 'Nothing says what it is for.',
  fix: 'Say it in its description.',
};

const undated: Problem = {
  code: 'DEPRECATION_UNDATED',
  message: 'It is called deprecated, and not until which day it will be there, or what to use instead.',
  fix: `Begin its description with “${announcement}”, and say after it what the contract is for.`,
};

function hastened(day: string, accepted: string): Problem {
  return {
    code: 'REMOVAL_DAY_EARLIER',
    message: `It will be there until ${day}, and it was announced to stay until ${accepted}.`,
    fix: `Name ${accepted} again, or a later day.`,
  };
}

function belated(day: string): Problem {
  return {
    code: 'REMOVAL_DAY_PAST',
    message: `It names a new day, ${day}, which is past: nobody has time to follow.`,
    fix: 'Name a day that leaves them time; half a year is a good while.',
  };
}
