import { type EntityManager, inTransaction } from '@souk/kit/persistence';

const demoWarehouses = [
  { id: '01900000-0000-7000-8000-0000000b0e01', code: 'BER', name: 'Berlin', countryCode: 'DE', priority: 1 },
  { id: '01900000-0000-7000-8000-0000000b0e02', code: 'LYS', name: 'Lyon', countryCode: 'FR', priority: 2 },
  { id: '01900000-0000-7000-8000-0000000b0e03', code: 'MAD', name: 'Madrid', countryCode: 'ES', priority: 3 },
];

/** Opens the demo's warehouses, those that are not there. Their stock comes with catalog's products. */
export function seedDemoWarehouses(em: EntityManager): Promise<void> {
  return inTransaction(em, async (transaction) => {
    for (const { id, code, name, countryCode, priority } of demoWarehouses) {
      await transaction.execute(
        `insert into warehouse (id, code, name, country_code, priority) values (?, ?, ?, ?, ?)
         on conflict (code) do nothing`,
        [id, code, name, countryCode, priority],
      );
    }
  });
}
