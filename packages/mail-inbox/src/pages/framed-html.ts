const newTab = '<base target="_blank">';

/** A message's HTML for the frame it is shown in: its links open in a tab of their own. */
export function framedHtml(html: string): string {
  const head = /<head[^>]*>/i;
  if (head.test(html)) return html.replace(head, (tag) => tag + newTab);
  return `<!doctype html>${newTab}${html}`;
}
