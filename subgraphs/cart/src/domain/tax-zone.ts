/** A part of the world in which prices either contain the tax or do not. */
export class TaxZone {
  constructor(
    readonly code: string,
    readonly name: string,
    /** Whether prices there contain the tax already, as in the European Union. */
    readonly pricesIncludeTax: boolean,
  ) {}
}

/** A country's place in a zone; countries without one belong to the rest of the world. */
export class TaxZoneCountry {
  constructor(
    readonly countryCode: string,
    readonly zoneCode: string,
  ) {}
}

/** What a class of goods is taxed at in a zone, or in a country or region of it. */
export class TaxRate {
  constructor(
    readonly id: string,
    readonly zoneCode: string,
    /** Null: everywhere in the zone. */
    readonly countryCode: string | null,
    /** Null: everywhere in the country. */
    readonly region: string | null,
    readonly taxClassCode: string,
    /** Hundredths of a percent. */
    readonly rateBasisPoints: number,
  ) {}
}

export const restOfWorld = 'ROW';
export const standardTaxClass = 'standard';
