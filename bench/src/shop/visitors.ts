import { signInAs } from '@souk/client/enter';
import type { ShopClient } from '@souk/client/shop-client';

/** Signs in as the demo's manager. @param password absent when the shop was started without demo data. */
export async function enterAsManager(url: string, password: string | undefined): Promise<ShopClient> {
  if (!password) throw new Error('This bench needs the demo sign-ins: npm start -- --seed demo');
  return signInAs(url, { email: 'manager@souk.example', password });
}
