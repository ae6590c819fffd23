/** How many of each a cart remembers. */
const mostRemembered = { requests: 100, orders: 50, absorbed: 20 };
/** How long a changed cart waits, so that changes in quick succession are copied as one. */
const copyAfterMs = 300;

/** Functions that the scripts share. A cart is one hash; its lists are JSON in the fields. */
export const cartLua = `
local function now_ms()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function whole(number)
  return string.format('%.0f', number)
end

local function to_json(list)
  if #list == 0 then return '[]' end
  return cjson.encode(list)
end

local function keep_last(list, count)
  while #list > count do table.remove(list, 1) end
  return list
end

-- What is remembered stays JSON until it is needed.
local function load_cart(key)
  local fields = redis.call('HMGET', key, 'cartId', 'ownerId', 'kind', 'channelId', 'version', 'expiresAt', 'lines',
    'requests', 'orders', 'absorbed')
  if not fields[1] then return nil end
  return { cartId = fields[1], ownerId = fields[2], kind = fields[3], channelId = fields[4],
    version = tonumber(fields[5]), expiresAt = tonumber(fields[6]), lines = cjson.decode(fields[7]),
    requests = fields[8], orders = fields[9], absorbed = fields[10] }
end

local function new_cart(identity)
  return { cartId = identity.cartId, ownerId = identity.ownerId, kind = identity.kind, channelId = identity.channelId,
    version = 0, expiresAt = 0, lines = {}, requests = '[]', orders = '[]', absorbed = '[]' }
end

local function save_cart(key, cart)
  redis.call('HSET', key, 'cartId', cart.cartId, 'ownerId', cart.ownerId, 'kind', cart.kind,
    'channelId', cart.channelId, 'version', whole(cart.version), 'expiresAt', whole(cart.expiresAt),
    'lines', to_json(cart.lines), 'requests', cart.requests, 'orders', cart.orders, 'absorbed', cart.absorbed)
  redis.call('PEXPIREAT', key, whole(cart.expiresAt))
end

local function queue_copy(changed_key, owner_id)
  redis.call('ZADD', changed_key, 'LT', whole(now_ms() + ${copyAfterMs}), owner_id)
end

local function remember(json, entry, count)
  local list = cjson.decode(json)
  table.insert(list, entry)
  return to_json(keep_last(list, count))
end

local function remember_request(cart, request)
  cart.requests = remember(cart.requests, { key = request.key, hash = request.hash, version = cart.version },
    ${mostRemembered.requests})
end

local function remember_order(cart, order_id)
  cart.orders = remember(cart.orders, order_id, ${mostRemembered.orders})
end

local function remember_absorbed(cart, guest)
  cart.absorbed = remember(cart.absorbed, { guestId = guest.ownerId, cartId = guest.cartId },
    ${mostRemembered.absorbed})
end

-- Takes over what another cart remembers, so that what was done there is not done again here.
local function take_over_memory(cart, other)
  for field, count in pairs({ requests = ${mostRemembered.requests}, orders = ${mostRemembered.orders} }) do
    local list = cjson.decode(other[field])
    for _, entry in ipairs(cjson.decode(cart[field])) do table.insert(list, entry) end
    cart[field] = to_json(keep_last(list, count))
  end
end

local function find_line(cart, variant_id)
  for index, line in ipairs(cart.lines) do
    if line.variantId == variant_id then return line, index end
  end
end

-- Sets a line's quantity; 0 takes it out.
local function set_line(cart, variant_id, quantity)
  local line, index = find_line(cart, variant_id)
  if quantity <= 0 then
    if index then table.remove(cart.lines, index) end
  elseif line then
    line.quantity = quantity
  else
    table.insert(cart.lines, { variantId = variant_id, quantity = quantity })
  end
end

local function quantity_of(cart, variant_id)
  local line = find_line(cart, variant_id)
  return line and line.quantity or 0
end

-- What the caller is told: an outcome, the version it made, and the cart.
local function answer(outcome, version, cart)
  return { outcome, whole(version), cart.cartId, cart.ownerId, cart.kind, cart.channelId, whole(cart.version),
    whole(cart.expiresAt), to_json(cart.lines) }
end
`;
