import { answerParent } from '../processes/answer-parent.js';
import { runLoad } from './run-load.js';

answerParent(runLoad);
