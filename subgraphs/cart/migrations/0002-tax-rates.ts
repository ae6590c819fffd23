import { Migration } from '@mikro-orm/migrations';

/** Value added tax of the European Union, in basis points: standard, and the reduced rate most goods with one have. */
const europeanUnion: Record<string, [standard: number, reduced: number | null]> = {
  AT: [2000, 1000],
  BE: [2100, 600],
  BG: [2000, 900],
  CY: [1900, 500],
  CZ: [2100, 1200],
  DE: [1900, 700],
  DK: [2500, null],
  EE: [2400, 900],
  ES: [2100, 1000],
  FI: [2550, 1400],
  FR: [2000, 550],
  GR: [2400, 1300],
  HR: [2500, 1300],
  HU: [2700, 500],
  IE: [2300, 1350],
  IT: [2200, 1000],
  LT: [2100, 900],
  LU: [1700, 800],
  LV: [2100, 1200],
  MT: [1800, 500],
  NL: [2100, 900],
  PL: [2300, 800],
  PT: [2300, 600],
  RO: [2100, 1100],
  SE: [2500, 1200],
  SI: [2200, 950],
  SK: [2300, 1900],
};

/** State sales tax, in basis points; where a state is not named nothing is taxed. */
const unitedStates: Record<string, number> = {
  CA: 725,
  FL: 600,
  IL: 625,
  NJ: 663,
  NY: 400,
  PA: 600,
  TX: 625,
  WA: 650,
};

type Rate = [zone: string, country: string | null, region: string | null, taxClass: string, basisPoints: number];

const zones = [
  ['EU', 'European Union', true],
  ['GB', 'United Kingdom', true],
  ['IN', 'India', true],
  ['US', 'United States', false],
  ['ROW', 'Rest of the world', false],
] as const;

const rates: Rate[] = [
  ...zones.map(([zone]): Rate => [zone, null, null, 'zero', 0]),
  ...Object.entries(europeanUnion).flatMap(([country, [standard, reduced]]): Rate[] => [
    ['EU', country, null, 'standard', standard],
    ...(reduced === null ? [] : [['EU', country, null, 'reduced', reduced] satisfies Rate]),
  ]),
  ['GB', 'GB', null, 'standard', 2000],
  ['GB', 'GB', null, 'reduced', 500],
  ['IN', 'IN', null, 'standard', 1800],
  ['IN', 'IN', null, 'reduced', 500],
  ['US', 'US', null, 'standard', 0],
  ...Object.entries(unitedStates).map(([state, rate]): Rate => ['US', 'US', state, 'standard', rate]),
  ['ROW', null, null, 'standard', 0],
];

const countries = [
  ...Object.keys(europeanUnion).map((country) => [country, 'EU']),
  ['GB', 'GB'],
  ['IN', 'IN'],
  ['US', 'US'],
];

/** The tax table that a shop starts with. Rates change: check them before selling for real. */
export class TaxRates0002 extends Migration {
  override up(): void {
    this.addSql(`insert into tax_zone (code, name, prices_include_tax) values ${listOf(zones)};`);
    this.addSql(`insert into tax_zone_country (country_code, zone_code) values ${listOf(countries)};`);
    this.addSql(
      `insert into tax_rate (zone_code, country_code, region, tax_class_code, rate_basis_points) values ${listOf(rates)};`,
    );
  }
}

function listOf(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
