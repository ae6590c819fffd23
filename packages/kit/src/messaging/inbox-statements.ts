/**
 * What the inbox asks of the database for every event. The values are always the consumer ($1), the event's aggregate ($2),
 * its version ($3) and its id ($4).
 */

/** Moves the position past the event if it is the next one, and says what is parked behind it. */
export const skipStatement = `
with moved as (
  insert into consumer_position (consumer, aggregate_id, version)
  select $1::text, $2::uuid, $3::int
  where $3::int = 1 or exists (select from consumer_position where consumer = $1 and aggregate_id = $2::uuid)
  on conflict (consumer, aggregate_id) do update set version = excluded.version
    where consumer_position.version = excluded.version - 1
  returning 1
), unparked as (
  delete from inbox_parked where consumer = $1 and event_id = $4::uuid
)
select exists (select from moved) as moved, (
  select envelope from inbox_parked
  where consumer = $1 and aggregate_id = $2::uuid and version = $3::int + 1 order by version limit 1
) as next`;

/** Locks the aggregate's position, and inserts the event into the inbox if it is its turn and it is not there yet. */
export const claimStatement = `
with position as (
  insert into consumer_position (consumer, aggregate_id, version) values ($1, $2::uuid, 0)
  on conflict (consumer, aggregate_id) do update set version = consumer_position.version returning version
), claimed as (
  insert into inbox (consumer, event_id, aggregate_id, version)
  select $1::text, $4::uuid, $2::uuid, $3::int from position where $3::int in (version, version + 1)
  on conflict do nothing returning 1
)
select version, exists (select from claimed) as claimed from position`;

/** Moves the position to the event, unparks it, settles its dead letter if it has been handled, and says what comes next. */
export const moveOnStatement = `
with moved as (
  update consumer_position set version = $3::int where consumer = $1 and aggregate_id = $2::uuid and version < $3::int
), unparked as (
  delete from inbox_parked where consumer = $1 and event_id = $4::uuid
), settled as (
  update dead_letter set status = 'REDRIVEN'
  where consumer = $1 and event_id = $4::uuid and status = 'DEAD'
    and exists (select from inbox where inbox.consumer = dead_letter.consumer and inbox.event_id = dead_letter.event_id)
)
select envelope from inbox_parked
where consumer = $1 and aggregate_id = $2::uuid and version <= $3::int + 1 and event_id <> $4::uuid
order by version limit 1`;
