export const shipmentStatuses = ['CREATED', 'LABELLED', 'DISPATCHED', 'DELIVERED', 'CANCELLED'] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** From each status, the statuses a shipment may move to. A status with none is final. */
export const shipmentTransitions: Record<ShipmentStatus, readonly ShipmentStatus[]> = {
  CREATED: ['LABELLED', 'CANCELLED'],
  LABELLED: ['DISPATCHED', 'CANCELLED'],
  DISPATCHED: ['DELIVERED'],
  DELIVERED: [],
  CANCELLED: [],
};
