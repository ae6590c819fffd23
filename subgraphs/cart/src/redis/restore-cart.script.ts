import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/**
 * The version goes on well above the copied one: what was changed after the last copy is lost, and nobody who has seen
 * it may take the cart for what they saw.
 */
const versionGap = 1_000;

/** Keys: cart, the owner's mark. Value: the cart as it was copied. */
export const restoreCartScript = defineScript(`${cartLua}
if redis.call('EXISTS', KEYS[1]) == 1 then return 'PRESENT' end
local cart = cjson.decode(ARGV[1])
local mark = cjson.decode(redis.call('GET', KEYS[2]) or '{}')
if mark.cartId == cart.cartId then return 'MERGED' end
if cart.expiresAt <= now_ms() then return 'EXPIRED' end
cart.version = cart.version + ${versionGap}
save_cart(KEYS[1], cart)
return 'RESTORED'
`);
