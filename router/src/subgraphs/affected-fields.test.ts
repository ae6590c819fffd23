import { expect, test } from '@jest/globals';
import { affectedFields } from './affected-fields.js';

test('a fetch of root fields would have filled those fields', () => {
  expect(affectedFields('{ orders { id } second: order(id: "2") { id } }')).toEqual([['orders'], ['second']]);
  expect(affectedFields('mutation { cancelOrder(id: "1") { id } }')).toEqual([['cancelOrder']]);
});

test('a fetch of entities would have filled the fields of each, by their type', () => {
  const operation = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Order { shipment { carrier } eta: expectedAt }
      ... on Customer { __typename name }
    }
  }`;
  const representations = [{ __typename: 'Order' }, { __typename: 'Customer' }];
  expect(affectedFields(operation, { representations })).toEqual([
    ['_entities', 0, 'shipment'],
    ['_entities', 0, 'eta'],
    ['_entities', 1, 'name'],
  ]);
});

test('fields inside nested fragments are found', () => {
  const operation = '{ _entities(representations: []) { ... on Order { ... on Order { total } ... { tax } } } }';
  expect(affectedFields(operation, { representations: [{ __typename: 'Order' }] })).toEqual([
    ['_entities', 0, 'total'],
    ['_entities', 0, 'tax'],
  ]);
});

test('a fetch that asks only whether entities are there would have filled their places', () => {
  const operation = '{ _entities(representations: []) { ... on Order { isThere: __typename } } }';
  const representations = [{ __typename: 'Order' }, { __typename: 'Order' }];
  expect(affectedFields(operation, { representations })).toEqual([
    ['_entities', 0],
    ['_entities', 1],
  ]);
});

test('an outage does not make answers grow without bounds', () => {
  const representations = Array.from({ length: 5_000 }, () => ({ __typename: 'Order' }));
  const operation = '{ _entities(representations: []) { ... on Order { a b c } } }';
  expect(affectedFields(operation, { representations })).toHaveLength(100);
});
