import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MessageStore } from './message-store.js';

const now = new Date('2026-11-02T10:00:00Z');
const raw = Buffer.from('Subject: Hello\r\n\r\nHello');
const content = (subject: string) => ({
  from: 'shop@example.com',
  to: ['one@example.com'],
  subject,
  preview: '',
  messageId: null,
  text: null,
  html: null,
  headers: [],
  attachments: [],
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mail-inbox-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('lets the oldest message go when there are too many, from the disk as well', () => {
  const store = MessageStore.open(directory, 3);
  for (const subject of ['one', 'two', 'three', 'four', 'five']) store.add(content(subject), raw, now);
  const subjects = (from: MessageStore) => from.list().map(({ subject }) => subject);
  expect(subjects(store)).toEqual(['five', 'four', 'three']);
  expect(readdirSync(directory)).toHaveLength(6);
  expect(subjects(MessageStore.open(directory, 3))).toEqual(['five', 'four', 'three']);
});

test('keeps the order of messages of one millisecond', () => {
  const store = MessageStore.open(directory, 100);
  for (let count = 0; count < 50; count += 1) store.add(content(String(count)), raw, now);
  const expected = Array.from({ length: 50 }, (_, count) => String(count)).reverse();
  expect(
    MessageStore.open(directory, 100)
      .list()
      .map(({ subject }) => subject),
  ).toEqual(expected);
});

test('finds nothing outside of its own folder', () => {
  const store = MessageStore.open(directory, 100);
  expect(store.find('../secret')).toBeUndefined();
  expect(store.findRaw('../secret')).toBeUndefined();
});
