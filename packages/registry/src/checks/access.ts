import { parseSubgraph } from '../sdl/parse-subgraph.js';
import { findingsOf, type SdlRule } from '../sdl/sdl-rule.js';
import { cachedForAll } from './access/cached-for-all.js';
import { noRuleOnInterfaces } from './access/no-rule-on-interfaces.js';
import { openOnPurpose } from './access/open-on-purpose.js';
import { personalGuarded } from './access/personal-guarded.js';
import { personalNoMore } from './access/personal-no-more.js';
import { requiresGuarded } from './access/requires-guarded.js';
import { soundsPersonal } from './access/sounds-personal.js';
import type { Check } from './check.js';

const rules: readonly SdlRule[] = [
  personalGuarded,
  soundsPersonal,
  requiresGuarded,
  noRuleOnInterfaces,
  openOnPurpose,
  cachedForAll,
];

/** Whether nobody sees what is somebody else's: a rule on all that is personal, and on what is made of it. */
export const access: Check = {
  name: 'access',
  title: 'Who may see what',
  run: ({ before, after }) => [
    ...personalNoMore({
      before: before.subgraphs.map(parseSubgraph),
      after: after.subgraphs.map(parseSubgraph),
    }),
    ...findingsOf('access', rules, after.subgraphs),
  ],
};
