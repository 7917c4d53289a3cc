/**
 * Terms that say which paths a record has, one to a line: `@shape` the paths of its leaves, `@fields` the fields
 * of the catalogue. They answer "exists"; as values of an event they are nothing that anybody looks for.
 */
export const SHAPE_PATH = "@shape";
export const FIELDS_PATH = "@fields";
