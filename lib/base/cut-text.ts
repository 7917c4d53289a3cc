/** The text, or so much of its beginning and `…`: for sentences that name what somebody wrote. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
