import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { EventList } from "./event-list.tsx";
import { listKey } from "./list-key.ts";
import { packBursts } from "./packed-bursts.ts";
import { pagesAhead } from "./pages-ahead.ts";
import { ExplorerContext } from "./use-explorer.ts";

const PAGE = {
  bursts: packBursts([{ event: makeEvent({ eventId: "one" }), others: [] }]),
  order: "desc",
  cursor: "here",
  previousCursor: "before",
  nextCursor: "after",
  topCursor: null,
} as const;

/** The links of a list of one view, while another is asked for. */
function linksOf(shown: Partial<View>, asked: Partial<View>): readonly string[] {
  const explorer = {
    view: { ...DEFAULT_VIEW, ...asked },
    zone: "UTC",
    round: 0,
    busy: false,
    pages: pagesAhead("UTC"),
    go: () => undefined,
    show: () => undefined,
    again: () => undefined,
    readList: () => undefined,
    stop: () => undefined,
  };
  const html = renderToStaticMarkup(
    <ExplorerContext value={explorer}>
      <EventList
        page={PAGE}
        listKey={listKey({ ...DEFAULT_VIEW, ...shown, cursor: PAGE.cursor })}
        pane={{ current: null }}
      />
    </ExplorerContext>,
  );
  return [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

describe("the last answer that came, under a search that failed", () => {
  const hrefs = linksOf({ q: "is:write" }, { q: "is:read", from: "now-90d", tz: "Europe/Berlin" });
  const marked = hrefs.filter((href) => href.includes("cursor="));

  it("leads on to its own pages, in the zone of the reader", () => {
    expect(marked).toContain("/events?q=is:write&tz=Europe/Berlin&cursor=after");
    expect(marked).toContain("/events?q=is:write&tz=Europe/Berlin&cursor=before");
  });

  it("never joins its page marker to another search", () => {
    expect(marked.length).toBeGreaterThan(2);
    expect(marked.filter((href) => !href.startsWith("/events?q=is:write&tz="))).toEqual([]);
  });
});
