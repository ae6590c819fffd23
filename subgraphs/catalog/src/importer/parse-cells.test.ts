import { expect, test } from '@jest/globals';
import { parseCount, parseCurrency, parseImages, parsePrice, parseWeight } from './parse-cells.js';

const euros = { currency: 'EUR', unit: 'major', decimal: '.' } as const;

test.each([
  ['12', 1_200],
  ['12.5', 1_250],
  ['12.50', 1_250],
  ['12.500', 1_250],
  ['0', 0],
  ['1,299.00', 129_900],
  ['1 299', 129_900],
  ['1\u00a0299.95', 129_995],
  ["1'299.95", 129_995],
  ['€ 12.50', 1_250],
  ['12.50 €', 1_250],
  ['EUR 12.50', 1_250],
  ['Rs. 1,29,900', 12_990_000],
  ['0.29', 29],
])('"%s" is %i cents', (text, cents) => {
  expect(parsePrice(text, euros)).toBe(cents);
});

test('a comma may part the cents, minor units may come as they are, and yen have none', () => {
  expect(parsePrice('1.299,95', { ...euros, decimal: ',' })).toBe(129_995);
  expect(parsePrice('1250', { ...euros, unit: 'minor' })).toBe(1_250);
  expect(parsePrice('1250', { ...euros, currency: 'JPY' })).toBe(1_250);
});

test.each([
  ['', 'not an amount'],
  ['free', 'not an amount'],
  ['12,50', 'not an amount'],
  ['1,2,3', 'not an amount'],
  ['12.5.0', 'not an amount'],
  ['1e3', 'not an amount'],
  ['-5', 'negative'],
  ['12.345', 'more decimals'],
  ['9'.repeat(20), 'too large'],
])('"%s" is %s', (text, problem) => {
  expect(() => parsePrice(text, euros)).toThrow(problem);
});

test('yen with sen are refused', () => {
  expect(() => parsePrice('12.5', { ...euros, currency: 'JPY' })).toThrow('more decimals than JPY');
});

test('a currency is a code, however it is written', () => {
  expect(parseCurrency(' eur ')).toBe('EUR');
  expect(() => parseCurrency('euro')).toThrow('is not a currency');
});

test('a count is a whole number', () => {
  expect(parseCount('20')).toBe(20);
  for (const text of ['-1', '1.5', 'many', '1e3']) expect(() => parseCount(text)).toThrow('is not a whole number');
});

test.each([
  ['340', 'g', 340],
  ['0.34', 'kg', 340],
  ['0,34', 'kg', 340],
  ['1.2 kg', 'g', 1_200],
  ['500 g', 'kg', 500],
] as const)('"%s" in %s is %i grams', (text, unit, grams) => {
  expect(parseWeight(text, unit)).toBe(grams);
});

test('a weight that is none is refused', () => {
  expect(() => parseWeight('heavy', 'g')).toThrow('is not a weight');
});

test('pictures come as a list or with a sign between them, each once', () => {
  expect(parseImages('["https://a.example/1.jpg", "https://a.example/1.jpg"]', '|')).toEqual([
    'https://a.example/1.jpg',
  ]);
  expect(parseImages('https://a.example/1.jpg | https://a.example/2.jpg |', '|')).toEqual([
    'https://a.example/1.jpg',
    'https://a.example/2.jpg',
  ]);
});

test.each(['["open', '[1, 2]', '[{}]'])('%s is no list of pictures', (text) => {
  expect(() => parseImages(text, '|')).toThrow('is not a list of texts');
});
