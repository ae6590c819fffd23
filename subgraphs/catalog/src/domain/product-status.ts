export const productStatuses = ['ACTIVE', 'WITHDRAWN'] as const;
export type ProductStatus = (typeof productStatuses)[number];

/** From each status, the statuses a product may move to. What is withdrawn never comes back: it gets a successor. */
export const productTransitions: Record<ProductStatus, readonly ProductStatus[]> = {
  ACTIVE: ['WITHDRAWN'],
  WITHDRAWN: [],
};
