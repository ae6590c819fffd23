export { answerDeadLetters } from './answers.js';
export {
  type DeadLetterFilter,
  type DeadLetterPage,
  type DeadLetterPlace,
  discardDeadLetter,
  listDeadLetters,
  type OwnedDeadLetter,
  type OwnedVerdict,
  redriveDeadLetter,
  showDeadLetter,
} from './ask-all.js';
export { type DeadLetterStatus, deadLetterStatuses, parseDeadLetterId } from './dead-letter.js';
export { askDiscardDeadLetter, askListDeadLetters, askRedriveDeadLetter, type Verdict } from './questions.js';
