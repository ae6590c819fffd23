import { expect, test } from '@jest/globals';
import { fittingAttributes, parseAttributeList } from './parse-attributes.js';

const linen = [{ name: 'Fabric', value: 'Linen' }];

test.each([
  ['{"specification"=>[{"key"=>"Fabric", "value"=>"Linen"}]}', linen],
  ['{"specification"=>{"key"=>"Fabric", "value"=>"Linen"}}', linen],
  ['{"specification"=>[{"value"=>"no key"}, {"key"=>"no value"}, {"key"=>"Fabric", "value"=>"Linen"}]}', linen],
  ['{"specification"=>[{"key"=>"Fabric", "value"=>nil}]}', []],
  ['{"specification"=>nil}', []],
  ['[{"key": "Fabric", "value": "Linen"}]', linen],
  ['{"specification": []}', []],
])('%s holds %j', (text, attributes) => {
  expect(parseAttributeList(text)).toEqual(attributes);
});

test('arrows and nil inside quotation marks stay as they are', () => {
  const text = String.raw`{"s"=>[{"key"=>"Way", "value"=>"in => out, nil \"here\""}]}`;
  expect(parseAttributeList(text)).toEqual([{ name: 'Way', value: 'in => out, nil "here"' }]);
});

test.each(['plain text', '{"open"=>[', '12', '{"a"=>1}'])('%s is no list of keys and values', (text) => {
  expect(() => parseAttributeList(text)).toThrow('is not a list of keys and values');
});

test('what fits is kept: once, short enough, and no more than a product can bear', () => {
  const attribute = (name: string, value: string) => ({ name, value });
  const kept = fittingAttributes([
    attribute(' Fabric ', ' Linen '),
    attribute('Fabric', 'Linen'),
    attribute('Fabric', 'Wool'),
    attribute('Story', 'x'.repeat(301)),
    attribute('a=b', 'c'),
    attribute('Empty', ' '),
  ]);
  expect(kept).toEqual([attribute('Fabric', 'Linen'), attribute('Fabric', 'Wool')]);
  expect(fittingAttributes(Array.from({ length: 99 }, (_, index) => attribute('Number', String(index))))).toHaveLength(
    60,
  );
});
