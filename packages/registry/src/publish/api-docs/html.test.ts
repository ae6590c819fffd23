import { expect, test } from '@jest/globals';
import { html, joinHtml, prose } from './html.js';

test('what is put in is escaped, unless it is HTML already', () => {
  expect(html`<p title="${'"'}">${'<script> & co'} ${html`<b>${"it's"}</b>`}</p>`.text).toBe(
    '<p title="&#34;">&#60;script&#62; &#38; co <b>it&#39;s</b></p>',
  );
});

test('nothing is written for what is not there, and lists are joined', () => {
  expect(html`${false}${undefined}${0}${['a', [html`<br>`]]}`.text).toBe('0a<br>');
  expect(joinHtml(['a', '<', html`<br>`], ', ').text).toBe('a, &#60;, <br>');
});

test('code stands between backticks', () => {
  expect(prose('Use `a<b` or `c`.').text).toBe('Use <code>a&#60;b</code> or <code>c</code>.');
  expect(prose(null).text).toBe('');
});
