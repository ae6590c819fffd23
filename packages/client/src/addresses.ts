/** Where parcels can be sent to. */
export const berlin = {
  name: 'A Customer',
  line1: 'Unter den Linden 1',
  city: 'Berlin',
  postalCode: '10117',
  countryCode: 'DE',
};
