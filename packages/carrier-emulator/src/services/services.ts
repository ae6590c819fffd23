/** The ways in which a parcel can be sent. All move at the same pace here. */
export const services = [
  { code: 'standard', name: 'Standard', description: 'To the door, on working days.' },
  { code: 'express', name: 'Express', description: 'To the door, before anything else.' },
  { code: 'pickup', name: 'Pick-up point', description: 'To a shop near the recipient.' },
] as const;

export type ServiceCode = (typeof services)[number]['code'];

export const serviceCodes = services.map((service) => service.code);
