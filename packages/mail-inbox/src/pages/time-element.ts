import { escapeHtml } from './escape-html.js';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment, for people and for machines. */
export function timeElement(moment: string): string {
  return `<time datetime="${escapeHtml(moment)}">${escapeHtml(format.format(new Date(moment)))}</time>`;
}
