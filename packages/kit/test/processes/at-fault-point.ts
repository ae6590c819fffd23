import { faultPoint } from '../../src/faults/index.js';

await faultPoint('relay.afterPublishBeforeMark');
process.stdout.write('survived');
