import type { Check } from './check.js';
import { checkCompatibility } from './events/event-compatibility.js';
import { checkConsumers } from './events/event-consumers.js';
import { checkSamples } from './events/event-samples.js';
import { checkVersions } from './events/event-versions.js';

const parts = [checkCompatibility, checkVersions, checkConsumers, checkSamples];

/** Whether recorded messages, today's code and the consumers of each event still understand each other. */
export const events: Check = {
  name: 'events',
  title: 'Event contracts',
  run: (context) => parts.flatMap((findingsOf) => findingsOf(context)),
};
