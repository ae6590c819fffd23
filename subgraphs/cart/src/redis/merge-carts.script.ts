import { cartLifeMs } from '../domain/cart-contents.js';
import { largestQuantity, mostLines } from '../domain/cart-limits.js';
import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/** The mark outlives every copy of the guest's cart that could come back. */
const markLifeMs = cartLifeMs.CUSTOMER + cartLifeMs.GUEST;

/**
 * Keys: the account's cart, the guest's cart, the guest's mark, changed. Value: the account and whether the guest was
 * searched for elsewhere. What does not fit into the account's cart is left out.
 */
export const mergeCartsScript = defineScript(`${cartLua}
local request = cjson.decode(ARGV[1])
local guest = load_cart(KEYS[2])
if not guest then
  if redis.call('EXISTS', KEYS[3]) == 1 then return { 'NOTHING' } end
  if not request.isSearched then return { 'UNKNOWN' } end
  redis.call('SET', KEYS[3], '{}', 'PX', ${markLifeMs})
  return { 'NOTHING' }
end
if guest.version == 0 then
  redis.call('DEL', KEYS[2])
  redis.call('SET', KEYS[3], '{}', 'NX', 'PX', ${markLifeMs})
  return { 'NOTHING' }
end
local account = load_cart(KEYS[1])
if not account then
  if not request.newCart then return { 'MISSING' } end
  account = new_cart(request.newCart)
end

for _, line in ipairs(guest.lines) do
  local before = quantity_of(account, line.variantId)
  if before > 0 or #account.lines < ${mostLines} then
    set_line(account, line.variantId, math.min(before + line.quantity, ${largestQuantity}))
  end
end
take_over_memory(account, guest)
remember_absorbed(account, guest)
account.version = account.version + 1
account.expiresAt = now_ms() + request.lifeMs
save_cart(KEYS[1], account)
redis.call('DEL', KEYS[2])
redis.call('SET', KEYS[3], cjson.encode({ cartId = guest.cartId, into = account.ownerId }), 'PX', ${markLifeMs})
redis.call('ZREM', KEYS[4], guest.ownerId)
queue_copy(KEYS[4], account.ownerId)
return { 'MERGED' }
`);
