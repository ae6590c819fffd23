import type { Words } from '../words.js';
import { labels } from './labels.js';
import { mails } from './mails.js';
import { notices } from './notices.js';

/** The shop in English. */
export const english: Words = {
  labels,
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  mails,
  notices,
};
