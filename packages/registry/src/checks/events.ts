import type { Check } from './check.js';
import { checkDescriptions } from './events/contract-descriptions.js';
import { checkOwners } from './events/contract-owners.js';
import { checkCompatibility } from './events/event-compatibility.js';
import { checkConsumers } from './events/event-consumers.js';
import { checkSamples } from './events/event-samples.js';
import { checkVersions } from './events/event-versions.js';
import { checkFractions } from './events/no-fractions.js';
import { checkQuestions } from './events/question-compatibility.js';

const parts = [
  checkCompatibility,
  checkQuestions,
  checkVersions,
  checkOwners,
  checkConsumers,
  checkDescriptions,
  checkFractions,
  checkSamples,
];

/**
 * Whether recorded messages, today's code and the consumers of each event still understand each other, and those who ask
 * and answer questions too.
 */
export const events: Check = {
  name: 'events',
  title: 'Event contracts',
  run: (context) => parts.flatMap((findingsOf) => findingsOf(context)),
};
