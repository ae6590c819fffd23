/**
 * SQL for the units of a level that orders have taken from its pool and that its counter does not know of yet.
 * @param level the alias of `stock_level`.
 */
export function takenUnits(level: string): string {
  return `(case when ${level}.pooled = 0 then 0 else (
    select count(*)::int from stock_unit unit where unit.variant_id = ${level}.variant_id
      and unit.warehouse_id = ${level}.warehouse_id and unit.reservation_id is not null) end)`;
}

/** SQL for the units of a level that nobody has been promised. */
export function availableUnits(level: string): string {
  return `(${level}.on_hand - ${level}.reserved - ${takenUnits(level)})`;
}
