import type { ComposedState } from '../state/registry-state.js';
import type { CheckName, Finding } from './finding.js';

/** What a check looks at. */
export interface CheckContext {
  /** What was accepted last. */
  before: ComposedState;
  /** What stands in the work tree. */
  after: ComposedState;
  /** `YYYY-MM-DD`; removal dates and allowances are compared with it. */
  today: string;
}

/** One concern of the registry. Pure: it reads nothing but its context. */
export interface Check {
  name: CheckName;
  /** What the stage is called in the report. */
  title: string;
  run(context: CheckContext): Finding[] | Promise<Finding[]>;
}
