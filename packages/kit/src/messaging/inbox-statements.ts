/**
 * What the inbox asks of the database for every event that it handles. The values are always the consumer ($1), the event's
 * aggregate ($2), its version ($3) and its id ($4).
 */

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

const runs = 'jsonb_to_recordset($2::jsonb) as run (aggregate_id uuid, first int, last int, event_ids uuid[])';

/**
 * Moves the positions past runs of events where nothing before them is missing. The values are the consumer ($1) and the
 * runs as JSON ($2). Locks in the order of the aggregates, as others may move some of the same.
 */
export const skipStatement = `
with run as (
  select * from ${runs}
), position as (
  select aggregate_id, version from consumer_position
  where consumer = $1 and aggregate_id in (select aggregate_id from run)
  order by aggregate_id for update
), moved as (
  update consumer_position set version = greatest(position.version, run.last)
  from run join position using (aggregate_id)
  where consumer_position.consumer = $1 and consumer_position.aggregate_id = run.aggregate_id
    and position.version >= run.first - 1
  returning run.*
), begun as (
  insert into consumer_position (consumer, aggregate_id, version)
  select $1, aggregate_id, last from run
  where first = 1 and not exists (select from position where position.aggregate_id = run.aggregate_id)
  order by aggregate_id
  on conflict do nothing returning aggregate_id
), unparked as (
  delete from inbox_parked using moved where inbox_parked.consumer = $1 and event_id = any (moved.event_ids)
)
select aggregate_id from moved union all select aggregate_id from begun`;

/**
 * Behind which runs something is parked, with the same values. A statement of its own after the other: one that had to wait
 * for a lock does not see what was parked meanwhile.
 */
export const parkedBehindStatement = `
select distinct aggregate_id from inbox_parked join ${runs} using (aggregate_id)
where consumer = $1 and version <= run.last + 1`;
