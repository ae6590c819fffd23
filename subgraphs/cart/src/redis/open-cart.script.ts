import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/** Keys: cart. Value: the identity and life of a new cart, or an object without them. */
export const openCartScript = defineScript(`${cartLua}
local cart = load_cart(KEYS[1])
if not cart then
  local request = cjson.decode(ARGV[1])
  if not request.newCart then return { 'MISSING' } end
  cart = new_cart(request.newCart)
  cart.expiresAt = now_ms() + request.lifeMs
  save_cart(KEYS[1], cart)
end
return answer('DONE', cart.version, cart)
`);
