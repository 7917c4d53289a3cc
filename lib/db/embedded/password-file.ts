/** Lies in the folder of every embedded database, and so tells that a folder is one. */
export const PASSWORD_FILE = "waymark.password";
