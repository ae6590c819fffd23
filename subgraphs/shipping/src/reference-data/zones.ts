/** A group of countries with the same ways and prices. Amounts in minor units, weights in grams. */
export interface ZoneDefinition {
  code: string;
  name: string;
  countryCodes: readonly string[];
  methods: readonly MethodDefinition[];
}

interface MethodDefinition {
  code: string;
  name: string;
  minDays: number;
  maxDays: number;
  maxWeightGrams: number | null;
  /** By currency: price, and the value of goods from which it is free. */
  prices: Readonly<Record<string, { priceMinor: number; freeFromMinor: number | null }>>;
}

/** The zones that the shop starts with; staff change prices by `setShippingRate`. */
export const zones: readonly ZoneDefinition[] = [
  {
    code: 'eu',
    name: 'European Union, Norway, Switzerland',
    countryCodes: 'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
    methods: [
      { code: 'standard', name: 'Standard', minDays: 2, maxDays: 4, maxWeightGrams: null, prices: prices(490, 5_000) },
      { code: 'express', name: 'Express', minDays: 1, maxDays: 1, maxWeightGrams: 20_000, prices: prices(1_290, null) },
    ],
  },
  {
    code: 'gb',
    name: 'United Kingdom',
    countryCodes: ['GB'],
    methods: [
      { code: 'standard', name: 'Standard', minDays: 3, maxDays: 5, maxWeightGrams: null, prices: prices(690, 7_500) },
      { code: 'express', name: 'Express', minDays: 1, maxDays: 2, maxWeightGrams: 20_000, prices: prices(1_690, null) },
    ],
  },
  {
    code: 'americas',
    name: 'United States and Canada',
    countryCodes: ['US', 'CA'],
    methods: [
      {
        code: 'standard',
        name: 'Standard',
        minDays: 5,
        maxDays: 9,
        maxWeightGrams: null,
        prices: prices(1_290, 15_000),
      },
      { code: 'express', name: 'Express', minDays: 2, maxDays: 3, maxWeightGrams: 20_000, prices: prices(2_990, null) },
    ],
  },
  {
    code: 'in',
    name: 'India',
    countryCodes: ['IN'],
    methods: [
      { code: 'standard', name: 'Standard', minDays: 3, maxDays: 6, maxWeightGrams: null, prices: prices(790, 9_000) },
    ],
  },
];

/** One price in euros, and its rounded counterparts in the other currencies of the shop. */
function prices(euroMinor: number, freeFromEuroMinor: number | null): MethodDefinition['prices'] {
  const times = (factor: number) => ({
    priceMinor: Math.round(euroMinor * factor),
    freeFromMinor: freeFromEuroMinor === null ? null : Math.round(freeFromEuroMinor * factor),
  });
  return { EUR: times(1), USD: times(1.1), GBP: times(0.9), INR: times(100) };
}
