export { persistently } from './persistently.js';
export { Turns } from './turns.js';
