import { removalDate, saysWhatToUse } from '../api/deprecation-reason.js';

/** How the description of a contract begins that will go. */
export const announcement = 'Deprecated. Use <what>. Removal: YYYY-MM-DD.';

const opening = /^Deprecated\. /;

/** The last day on which a contract must be there, `YYYY-MM-DD`, when its description announces one in the house's form. */
export function announcedRemoval(description: string): string | undefined {
  const reason = description.replace(opening, '');
  return opening.test(description) && saysWhatToUse(reason) ? removalDate(reason) : undefined;
}

/** Whether a description says that the contract is deprecated, in whatever form. */
export function isCalledDeprecated(description: string): boolean {
  return /^deprecated\b/i.test(description) || /\bDeprecated\b/.test(description);
}

/** Why a contract could not go, and how it may: its removal was not announced, or its day is not over. */
export function tooEarly(name: string, removal: string | undefined): { message: string; fix: string } {
  if (removal) {
    return {
      message: `The version is gone, and was announced to stay until ${removal}.`,
      fix: `Put ${name} back, and remove it after that day.`,
    };
  }
  return {
    message: 'The version is gone, and its removal was not announced.',
    fix: `Put ${name} back, and begin its description with “${announcement}”; remove it after that day.`,
  };
}
