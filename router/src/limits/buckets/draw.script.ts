/**
 * Keys: buckets. Values: for each of them, what is owed, the amount wanted, the capacity, and the milliseconds in which
 * one more comes. A bucket is the time at which it is full again, by the clock of Redis, and gone when it is full. All
 * that is owed is written down; all amounts are taken, or none is. NOTE: half a millisecond is for rounding.
 */
export const drawLua = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local before, after, wait = {}, {}, 0
for i, key in ipairs(KEYS) do
  local owed, amount, capacity, each = unpack(ARGV, 4 * i - 3, 4 * i)
  before[i] = math.max(tonumber(redis.call('GET', key) or 0), now) + owed * each
  after[i] = before[i] + amount * each
  wait = math.max(wait, after[i] - now - capacity * each)
end
local is_taken = wait < 0.5
local reply = { is_taken and 1 or 0, math.ceil(wait) }
for i, key in ipairs(KEYS) do
  local capacity, each = ARGV[4 * i - 1], ARGV[4 * i]
  local full_at = is_taken and after[i] or before[i]
  local ms = math.ceil(full_at - now)
  if ms > 0 then redis.call('SET', key, string.format('%.3f', full_at), 'PX', ms) end
  reply[#reply + 1] = math.floor(capacity - (full_at - now) / each)
end
return reply
`;
