import { answerParent } from '../../router/processes/answer-parent.js';
import { Crowd } from './crowd.js';

const crowd = new Crowd();

answerParent((question: Parameters<Crowd['answer']>[0]) => crowd.answer(question));
