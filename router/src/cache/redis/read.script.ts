import { defineScript, timeLua } from './script.js';

/** What was made old longer ago than this needs no mark: whatever began before is old as a whole. */
export const marksLifeMs = 60 * 60_000;

/**
 * Keys: marks, entries. Answers the time, and of each entry what it is, if it is current.
 *
 * An entry is `<microseconds at which it was begun> <seconds that it may live>`, a line of its tags, and its text. The
 * marks hold for each tag when it was last made old, and under `*` the time before which everything is: when Redis has
 * lost or evicted them, everything is old.
 */
export const readScript = defineScript(`${timeLua}
local now = now_us()
local floor = redis.call('ZSCORE', KEYS[1], '*')
if not floor then
  floor = now
  redis.call('ZADD', KEYS[1], whole(now), '*')
  redis.call('PEXPIRE', KEYS[1], ${marksLifeMs})
end
floor = tonumber(floor)

local function is_current(entry)
  local begun, tags = string.match(entry, '^(%d+) %d+\\n([^\\n]*)\\n')
  begun = tonumber(begun)
  if begun <= floor then return false end
  local names = {}
  for name in string.gmatch(tags, '[^ ]+') do table.insert(names, name) end
  if #names == 0 then return true end
  for _, mark in ipairs(redis.call('ZMSCORE', KEYS[1], unpack(names))) do
    if mark and tonumber(mark) >= begun then return false end
  end
  return true
end

local answer = { whole(now) }
for index = 2, #KEYS do
  local entry = redis.call('GET', KEYS[index])
  answer[index] = entry and is_current(entry) and entry or false
end
return answer
`);
