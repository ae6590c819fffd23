import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RunningInbox } from './start-inbox.js';

let inbox: RunningInbox;
beforeEach(async () => {
  inbox = await RunningInbox.start();
});
afterEach(() => inbox.stop());

test('says that there is no mail yet', async () => {
  expect(await inbox.page('/')).toContain('No mail yet');
  expect(await inbox.page('/?to=<nobody>')).toContain('Nothing has been sent to “&lt;nobody&gt;”.');
});

test('lists messages, and searches by recipient', async () => {
  await inbox.send({ to: 'one@example.com', subject: 'For one', text: 'Hello one' });
  await inbox.send({ to: 'two@example.com', subject: 'For two', text: 'Hello two' });
  const all = await inbox.page('/');
  expect(all.indexOf('For two')).toBeLessThan(all.indexOf('For one'));
  const some = await inbox.page('/?to=one');
  expect(some).toContain('For one');
  expect(some).not.toContain('For two');
  expect(some).toContain('value="one"');
});

test('gives its script the list alone', async () => {
  await inbox.send({ subject: 'News', text: 'Hello' });
  const list = await inbox.page('/messages');
  expect(list).toMatch(/^<ul/);
  expect(list).toContain('News');
});

test('shows a message in a frame that can do nothing, its text and its headers', async () => {
  await inbox.send({
    subject: 'Hello',
    text: 'Look: https://shop.example/orders/1.',
    html: '<html><head></head><p>Hi</p></html>',
  });
  const { id } = await inbox.newest();
  const message = await inbox.page(`/messages/${id}`);
  expect(message).toContain(`src="/messages/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`);
  const html = await inbox.get(`/messages/${id}/html`);
  expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(await html.text()).toContain('<head><base target="_blank"></head><p>Hi</p>');
  expect(await inbox.page(`/messages/${id}?view=text`)).toContain('<a href="https://shop.example/orders/1"');
  expect(await inbox.page(`/messages/${id}?view=headers`)).toContain('<th scope="row">Subject</th><td>Hello</td>');
});

test('shows the text of a message that has no HTML', async () => {
  await inbox.send({ text: 'Only text' });
  expect(await inbox.page(`/messages/${(await inbox.newest()).id}`)).toContain('<pre class="text">Only text</pre>');
});

test('shows what it was sent as text, whatever it contains', async () => {
  const nasty = '<img src=x onerror=alert(1)>';
  await inbox.send({ subject: nasty, text: `${nasty} https://shop.example/"onclick=x` });
  const { id } = await inbox.newest();
  for (const path of ['/', '/messages', `/messages/${id}`, `/messages/${id}?view=headers`]) {
    const html = await inbox.page(path);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('"onclick');
    expect(html).toContain('&lt;img');
  }
});

test('takes nothing from elsewhere', async () => {
  const page = await inbox.get('/');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).not.toMatch(/(src|href)="(https?:)?\/\//);
  for (const asset of ['inbox.css', 'inbox.js', 'icon.svg']) {
    expect((await inbox.get(`/assets/${asset}`)).status).toBe(200);
  }
});
