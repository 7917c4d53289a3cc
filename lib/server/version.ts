/** The version of this Waymark, as health and status show it. A test holds it equal to package.json's. */
export const VERSION = "0.1.0";
