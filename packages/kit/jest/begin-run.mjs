import { randomBytes } from 'node:crypto';

/** Names this run of the tests, for what its test files share. */
export default function beginRun() {
  process.env.TEST_RUN = randomBytes(6).toString('hex');
}
