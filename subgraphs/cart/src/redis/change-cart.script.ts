import { largestQuantity, mostLines } from '../domain/cart-limits.js';
import { cartLua } from './cart-lua.js';
import { recallLua } from './recall-request.script.js';
import { defineScript } from './redis-script.js';

/**
 * Keys: cart, changed. Value: the change. Lines, version, the remembered request, the time to live and the place in the
 * copier's queue change together, or nothing does.
 */
export const changeCartScript = defineScript(`${cartLua}${recallLua}
local change = cjson.decode(ARGV[1])
local cart = load_cart(KEYS[1])
if not cart then
  if not change.newCart then return { 'MISSING' } end
  cart = new_cart(change.newCart)
end
local known = change.request and recall(cart, change.request)
if known then return known end
if change.expectedVersion and change.expectedVersion ~= cart.version then return { 'CONFLICT' } end

if change.operation == 'CLEAR' then cart.lines = {} end
for _, line in ipairs(change.lines) do
  local before = change.operation == 'ADD' and quantity_of(cart, line.variantId) or 0
  if before + line.quantity > ${largestQuantity} then return { 'INVALID_QUANTITY' } end
  set_line(cart, line.variantId, before + line.quantity)
end
if #cart.lines > ${mostLines} then return { 'CART_FULL' } end

cart.version = cart.version + 1
if change.request then remember_request(cart, change.request) end
cart.expiresAt = now_ms() + change.lifeMs
save_cart(KEYS[1], cart)
queue_copy(KEYS[2], cart.ownerId)
return answer('DONE', cart.version, cart)
`);
