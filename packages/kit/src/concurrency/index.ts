export { persistently } from './persistently.js';
export { Turns } from './turns.js';
export { type Pile, workThrough } from './work-through.js';
