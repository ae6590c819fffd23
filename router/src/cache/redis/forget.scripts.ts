import { marksLifeMs } from './read.script.js';
import { defineScript, timeLua } from './script.js';

/** A tag and its mark take about 150 bytes. */
const mostMarks = 100_000;

const forgetLua = `${timeLua}
local function forget_all(now)
  redis.call('DEL', KEYS[1])
  redis.call('ZADD', KEYS[1], whole(now), '*')
end

local function heard_up_to(stream, sequence)
  redis.call('HSET', KEYS[2], stream, sequence)
  redis.call('PEXPIRE', KEYS[1], ${marksLifeMs})
  redis.call('PEXPIRE', KEYS[2], ${marksLifeMs})
end
`;

/**
 * Keys: marks, heard. Values: a stream, the number of an event in it, tags. Whoever hears an event first marks what it
 * made old; without tags that is everything. The oldest marks make room by becoming the floor.
 */
export const forgetScript = defineScript(`${forgetLua}
local heard = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '-1')
if tonumber(ARGV[2]) <= heard then return 0 end
local now = now_us()
if #ARGV == 2 or not redis.call('ZSCORE', KEYS[1], '*') then forget_all(now) end
for index = 3, #ARGV do redis.call('ZADD', KEYS[1], whole(now), ARGV[index]) end

local floor = math.max(tonumber(redis.call('ZSCORE', KEYS[1], '*')), now - ${marksLifeMs * 1000})
local excess = redis.call('ZCARD', KEYS[1]) - ${mostMarks}
if excess > 0 then
  floor = math.max(floor, tonumber(redis.call('ZRANGE', KEYS[1], excess, excess, 'WITHSCORES')[2]))
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. whole(floor))
redis.call('ZADD', KEYS[1], whole(floor), '*')
heard_up_to(ARGV[1], ARGV[2])
return 1
`);

/**
 * Keys: marks, heard. Values: a stream, and the numbers of its first and its last event. Answers the event after which
 * to go on. Where the events in between cannot be heard any more, everything is old.
 */
export const joinScript = defineScript(`${forgetLua}
local heard = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '-2')
local first, last = tonumber(ARGV[2]), tonumber(ARGV[3])
if heard < first - 1 or heard > last or not redis.call('ZSCORE', KEYS[1], '*') then
  forget_all(now_us())
  heard = last
end
heard_up_to(ARGV[1], whole(heard))
return heard
`);
