import { cartLua } from './cart-lua.js';
import { defineScript } from './redis-script.js';

/** How long a claimed cart is left to the one who claimed it. */
const leaseMs = 10_000;

/** Keys: changed. Value: how many at most. Those that are due come again after the lease, if they are still there. */
export const claimChangedScript = defineScript(`${cartLua}
local now = now_ms()
local owners = redis.call('ZRANGE', KEYS[1], '-inf', whole(now), 'BYSCORE', 'LIMIT', 0, ARGV[1])
for _, owner_id in ipairs(owners) do redis.call('ZADD', KEYS[1], whole(now + ${leaseMs}), owner_id) end
return owners
`);

/** Keys: cart, changed. Values: owner, cart, version. What has changed since it was read stays in the queue. */
export const settleCopyScript = defineScript(`
local current = redis.call('HMGET', KEYS[1], 'cartId', 'version')
local is_gone = not current[1]
if is_gone or (current[1] == ARGV[2] and current[2] == ARGV[3]) then redis.call('ZREM', KEYS[2], ARGV[1]) end
return 'OK'
`);
