import type { Finding } from '../finding.js';
import { announcedRemoval, announcement, isCalledDeprecated } from './announced-removal.js';
import { eventFinding, type Remark } from './event-finding.js';
import type { EventsContext } from './events-context.js';
import { questionFinding } from './question-finding.js';

/** Whether each contract says what it is for, and from which day on one that is deprecated may be missing. */
export function checkDescriptions({ after }: EventsContext): Finding[] {
  return [
    ...after.events.flatMap((event) =>
      remarksOn('EVENT', event.description).map((remark) => eventFinding(event, remark)),
    ),
    ...after.questions.flatMap((question) =>
      remarksOn('QUESTION', question.description).map((remark) => questionFinding(question, remark)),
    ),
  ];
}

function remarksOn(kind: 'EVENT' | 'QUESTION', description: string): Remark[] {
  if (description.trim() === '') {
    const message = 'Nothing says what it is for.';
    return [{ level: 'error', code: `${kind}_DESCRIPTION_MISSING`, message, fix: 'Say it in its description.' }];
  }
  if (!isCalledDeprecated(description) || announcedRemoval(description)) return [];
  const message = 'It is called deprecated, and not until which day it will be there, or what to use instead.';
  const fix = `Begin its description with “${announcement}”, and say after it what the contract is for.`;
  return [{ level: 'error', code: `${kind}_DEPRECATION_UNDATED`, message, fix }];
}
