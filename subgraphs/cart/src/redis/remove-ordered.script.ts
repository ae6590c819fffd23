import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/**
 * Keys: cart, the owner's mark, changed. Value: order, cart and lines. The cart's time to live stays as it was: an order
 * that was confirmed is no use of the cart.
 */
export const removeOrderedScript = defineScript(`${cartLua}
local removal = cjson.decode(ARGV[1])
local cart = load_cart(KEYS[1])
if removal.cartId and not (cart and cart.cartId == removal.cartId) then
  local mark = cjson.decode(redis.call('GET', KEYS[2]) or '{}')
  if mark.cartId == removal.cartId then return { 'MERGED', mark.into } end
  return { cart and 'OTHER' or 'MISSING' }
end
if not cart then return { 'MISSING' } end
queue_copy(KEYS[3], cart.ownerId)
for _, order_id in ipairs(cjson.decode(cart.orders)) do
  if order_id == removal.orderId then return { 'DONE' } end
end

for _, line in ipairs(removal.lines) do
  set_line(cart, line.variantId, quantity_of(cart, line.variantId) - line.quantity)
end
remember_order(cart, removal.orderId)
cart.version = cart.version + 1
save_cart(KEYS[1], cart)
return { 'DONE' }
`);
