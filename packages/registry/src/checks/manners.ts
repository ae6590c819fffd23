import { findingsOf, type SdlRule } from '../sdl/sdl-rule.js';
import type { Check } from './check.js';
import { booleanName } from './manners/boolean-name.js';
import { connectionArguments } from './manners/connection-arguments.js';
import { connectionShape } from './manners/connection-shape.js';
import { idType } from './manners/id-type.js';
import { idempotency } from './manners/idempotency.js';
import { linted } from './manners/linted.js';
import { moneyType } from './manners/money-type.js';
import { mutationName } from './manners/mutation-name.js';
import { mutationShape } from './manners/mutation-shape.js';
import { noFloat } from './manners/no-float.js';
import { noPriceFromClients } from './manners/no-price-from-clients.js';
import { nullableAcross } from './manners/nullable-across.js';
import { nullableRoot } from './manners/nullable-root.js';
import { payloadShape } from './manners/payload-shape.js';
import { refusalsAgree } from './manners/refusals-agree.js';
import { refusalsTold } from './manners/refusals-told.js';
import { shortList } from './manners/short-list.js';
import { timeType } from './manners/time-type.js';

const rules: readonly SdlRule[] = [
  linted,
  mutationName,
  mutationShape,
  payloadShape,
  nullableRoot,
  nullableAcross,
  noFloat,
  moneyType,
  noPriceFromClients,
  idempotency,
  idType,
  timeType,
  booleanName,
  shortList,
  connectionShape,
  connectionArguments,
  refusalsTold,
  refusalsAgree,
];

/** Whether every subgraph's part of the graph is as the house writes it. */
export const manners: Check = {
  name: 'manners',
  title: 'Manners of the schema',
  run: ({ after }) => findingsOf('manners', rules, after.subgraphs),
};
