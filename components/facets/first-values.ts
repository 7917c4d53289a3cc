/** Values that a facet shows before it is asked for more. */
export const FIRST_VALUES = 8;
