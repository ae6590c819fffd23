import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/** Looks for a request in what a cart remembers, the newest first: those of a guest's cart that went in are older. */
export const recallLua = `
local function recall(cart, request)
  local known = cjson.decode(cart.requests)
  for index = #known, 1, -1 do
    local entry = known[index]
    if entry.key == request.key then
      if entry.hash ~= request.hash then return { 'KEY_REUSED' } end
      return answer('REPLAYED', entry.version, cart)
    end
  end
end
`;

/** Keys: cart. Value: key and hash of a request. */
export const recallRequestScript = defineScript(`${cartLua}${recallLua}
local cart = load_cart(KEYS[1])
if not cart then return { 'MISSING' } end
return recall(cart, cjson.decode(ARGV[1])) or { 'NEW' }
`);
