import fc from 'fast-check';
import { subgraphSdls } from './graph/compose.js';
import { type Fault, faultKinds } from './subgraphs/faults.js';

/** How often each operation is executed, every time with something else that goes wrong. */
export const faultsPerOperation = 4;

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom(...faultKinds),
  subgraph: fc.constantFrom(...Object.keys(subgraphSdls)),
  salt: fc.nat(100),
  oneIn: fc.constantFrom(1, 2, 4, 8),
});

/** The choices that make an operation, and the faults with which it is executed. */
export const aCase = fc.record({
  // Divisible by every small number, so that all possibilities of a choice are equally likely.
  choices: fc.array(fc.nat(5_039), { maxLength: 500, size: 'max' }),
  faults: fc.array(fault, { minLength: 1, maxLength: faultsPerOperation, size: 'max' }),
});
