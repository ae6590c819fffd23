/** The one channel until there are more. */
export const defaultChannel = 'default';

/** The currency in which prices are told when none is said. */
export const defaultCurrency = 'EUR';
