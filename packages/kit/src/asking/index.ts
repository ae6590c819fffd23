export { type Answer, type AnswerContext, answerTo, startAnswering } from './answer.js';
export { type Ask, createAsk } from './ask.js';
