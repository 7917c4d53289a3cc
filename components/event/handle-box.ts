/** Where a handle is seen on screen, in pixels of the window. */
export type HandleBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** What is seen of a handle: its cell may cut it off. */
export function boxOf(element: HTMLElement): HandleBox {
  return cut(element.getBoundingClientRect(), element);
}

/** The same of its last line, where it has several. */
export function lastBoxOf(element: HTMLElement): HandleBox {
  return cut([...element.getClientRects()].at(-1) ?? element.getBoundingClientRect(), element);
}

function cut({ left, top, right, height }: DOMRect, element: HTMLElement): HandleBox {
  const cell = element.parentElement?.getBoundingClientRect();
  const end = cell === undefined ? right : Math.min(right, cell.right);
  return { left, top, width: Math.max(1, end - left), height };
}
