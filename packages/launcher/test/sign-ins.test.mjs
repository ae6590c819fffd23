import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tellSignIns } from '../src/stack/sign-ins.mjs';
import { modeOf } from './support/look.mjs';
import { temporaryFolder } from './support/temporary-home.mjs';

const secrets = { demoCustomerPassword: 'one', demoManagerPassword: 'two', demoAdminPassword: 'three' };

test('passwords of the demo are printed once; later starts name the private file that holds them', (t) => {
  const home = { folder: temporaryFolder() };
  t.after(() => fs.rmSync(home.folder, { recursive: true }));
  const file = path.join(home.folder, 'sign-ins.txt');
  const place = ['Sign-ins are kept in', file];
  const signIns = [
    ['Sign in as customer', 'customer@souk.example  one'],
    ['Sign in as manager', 'manager@souk.example  two'],
    ['Sign in as admin', 'admin@souk.example  three'],
  ];
  assert.deepEqual(tellSignIns(home, secrets), [...signIns, place]);
  assert.deepEqual(tellSignIns(home, secrets), [place]);
  assert.deepEqual(tellSignIns(home, secrets), [place]);
  assert.equal(modeOf(file), 0o600);
  assert.equal(fs.readFileSync(file, 'utf8'), signIns.map((words) => `${words.join('  ')}\n`).join(''));
});

test('new passwords are printed again', (t) => {
  const home = { folder: temporaryFolder() };
  t.after(() => fs.rmSync(home.folder, { recursive: true }));
  tellSignIns(home, secrets);
  const [customer] = tellSignIns(home, { ...secrets, demoCustomerPassword: 'four' });
  assert.deepEqual(customer, ['Sign in as customer', 'customer@souk.example  four']);
  assert.equal(modeOf(path.join(home.folder, 'sign-ins.txt')), 0o600);
});
