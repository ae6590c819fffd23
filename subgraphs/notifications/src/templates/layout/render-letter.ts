import type { Letter, RenderedMail } from './letter.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';

/** Shows a letter both ways. */
export function renderLetter(letter: Letter): RenderedMail {
  return { subject: letter.subject, html: renderHtml(letter), text: renderText(letter) };
}
