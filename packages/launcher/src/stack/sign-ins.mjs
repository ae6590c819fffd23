import fs from 'node:fs';
import path from 'node:path';

const demoSignIns = [
  ['customer', 'customer@souk.example', 'demoCustomerPassword'],
  ['manager', 'manager@souk.example', 'demoManagerPassword'],
  ['admin', 'admin@souk.example', 'demoAdminPassword'],
];

/**
 * How to sign in, as [what, how]: the passwords once, when they are new, and from then on the file that holds them,
 * readable by its owner only.
 */
export function tellSignIns(home, secrets) {
  const file = path.join(home.folder, 'sign-ins.txt');
  const signIns = demoSignIns.map(([role, email, secret]) => [`Sign in as ${role}`, `${email}  ${secrets[secret]}`]);
  const text = signIns.map((words) => `${words.join('  ')}\n`).join('');
  const place = ['Sign-ins are kept in', file];
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return [place];
  fs.writeFileSync(file, text, { mode: 0o600 });
  return [...signIns, place];
}
