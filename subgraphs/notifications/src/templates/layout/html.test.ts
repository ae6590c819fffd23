import { expect, test } from '@jest/globals';
import { escapeHtml, html } from './html.js';

test('nothing that has a meaning in markup is left', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  );
});

test('values are escaped, markup is not, and lists are joined', () => {
  const rows = ['<b>', 'c'].map((name) => html`<li>${name}</li>`);
  expect(html`<ul title="${'"x"'}">${rows}</ul>${2}`.markup).toBe(
    '<ul title="&quot;x&quot;"><li>&lt;b&gt;</li><li>c</li></ul>2',
  );
});

test('a backslash in a text stays one', () => {
  expect(html`<p>${'C:\\new'}</p>`.markup).toBe('<p>C:\\new</p>');
});
