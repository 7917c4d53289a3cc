import { dirname } from "node:path";
import type { Room } from "#scripts/architecture/rooms.ts";

/** The room of a file, or undefined if there is none. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter((room) => file === room.folder || file.startsWith(`${room.folder}/`))
    .reduce<Room | undefined>(
      (best, room) => (best === undefined || room.folder.length > best.folder.length ? room : best),
      undefined,
    );
}

/** True for a test, and for what only tests use. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes("/testing/");
}

/** The file of ours that an import means, from the project's folder; null where it means a package. */
export function resolveImport(file: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith("./") ? `${dirname(file)}/${specifier.slice(2)}` : null;
}

/**
 * Why `file` may not import `specifier`, or null if it may. Tests may import what they like: they are where
 * rooms meet.
 */
export function refusal(file: string, specifier: string, rooms: readonly Room[]): string | null {
  const room = roomOf(file, rooms);
  if (room === undefined) return "lies in a folder that the table of rooms does not know";
  if (specifier.startsWith("..") || /^\.\/.*\//.test(specifier)) {
    return "leaves its folder by a relative path: write #folder/… instead";
  }
  if (isTest(file)) return null;
  const target = resolveImport(file, specifier);
  if (target === null) {
    return allows(room.packages, packageName(specifier)) ? null : `${room.folder} may not use this package`;
  }
  if (isTest(target) && room.mayUseTests !== true) return "is not a test, but imports from one";
  const targetRoom = target.startsWith("prisma/generated/")
    ? "prisma/generated"
    : roomOf(target, rooms)?.folder;
  if (targetRoom === undefined) return "imports from a folder that the table of rooms does not know";
  if (targetRoom === room.folder || allows(room.rooms, targetRoom)) return null;
  return `${room.folder} may not import ${targetRoom}`;
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

function allows(list: readonly string[], name: string): boolean {
  return list.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : entry === name));
}
