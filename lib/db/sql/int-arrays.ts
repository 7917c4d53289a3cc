import pg from "pg";

/** Of the type int4[], which @types/pg has no name for. */
const INT_ARRAY: number = 1007;

/**
 * pg's way of reading what PostgreSQL sends, but for arrays of whole numbers: pg reads these letter by letter, and a
 * page of events has thousands in them.
 */
export const intArrays: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    const usual = pg.types.getTypeParser(id, format);
    if (id !== INT_ARRAY || format === "binary") return usual;
    return (text: string) => (PLAIN.test(text) ? readInts(text) : usual(text));
  },
};

/** Of one dimension, and none null. */
const PLAIN = /^\{[-\d,]*\}$/;

function readInts(text: string): number[] {
  return text === "{}" ? [] : text.slice(1, -1).split(",").map(Number);
}
