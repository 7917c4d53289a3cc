/** CSS pixels over and under the window that are drawn all the same. */
const NEAR = 200;

/**
 * Takes the rows out of sight out of a long table, and leaves their room: the browser lays out every cell of a table
 * when one column's width changes, which takes it a tenth of a second for five hundred rows. Gives what puts them
 * back.
 */
export function hideFarRows(table: HTMLTableElement): () => void {
  const rows = [...table.querySelectorAll<HTMLElement>("tr[data-row]")];
  const places = rows.map((row) => ({ row, box: row.getBoundingClientRect() }));
  const over = places.filter(({ box }) => box.bottom < -NEAR);
  const under = places.filter(({ box }) => box.top > window.innerHeight + NEAR);
  const heightOf = (far: typeof places) => far.reduce((sum, { box }) => sum + box.height, 0);
  table.style.marginBlock = `${heightOf(over)}px ${heightOf(under)}px`;
  for (const { row } of [...over, ...under]) row.hidden = true;
  return () => {
    table.style.removeProperty("margin-block");
    for (const { row } of [...over, ...under]) row.hidden = false;
  };
}
