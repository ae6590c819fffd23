/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template. Nothing is written for what is not there. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** Writes HTML. What is put into the template is escaped, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + textOf(values[index])).join(''));
}

/** Puts HTML values one after the other, with something between them. */
export function joinHtml(values: readonly HtmlValue[], separator: string): Html {
  return html`${values.flatMap((value, index) => (index === 0 ? [value] : [separator, value]))}`;
}

/** Prose in which code stands between backticks. */
export function prose(text: string | null | undefined): Html {
  const parts = (text ?? '').split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return escaped(String(value));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
