import { expect, it } from "vitest";
import { formatQuery } from "#lib/search/format-query.ts";
import { DEFAULT_VIEW, formatView, parseView, toSearch, type View } from "#lib/search/view-url.ts";

/**
 * Addresses that people have put into chats, tickets and runbooks. What they mean is a promise: a line may be added
 * here, none may be changed.
 */
const NOW = Date.UTC(2026, 10, 20, 12);
const DAY = 86_400_000;

type Link = {
  readonly link: string;
  /** What differs from a view without parameters. */
  readonly view: Partial<View>;
  /** The condition in its canonical form, and the time that it means on 20 November 2026 at noon. */
  readonly asks: { readonly q: string; readonly from: number | null; readonly to: number | null };
};

const LINKS: readonly Link[] = [
  { link: "", view: {}, asks: { q: "", from: null, to: null } },
  {
    link: "q=event:StopInstances",
    view: { q: "event:StopInstances" },
    asks: { q: "event:StopInstances", from: null, to: null },
  },
  {
    link: "q=event%3AStopInstances+region%3Aeu-west-1&from=now-7d",
    view: { q: "event:StopInstances region:eu-west-1", from: "now-7d" },
    asks: { q: "event:StopInstances region:eu-west-1", from: NOW - 7 * DAY, to: null },
  },
  {
    link: "q=event:(StartInstances%20OR%20StopInstances)&from=2026-11-12&to=2026-11-13",
    view: { q: "event:(StartInstances OR StopInstances)", from: "2026-11-12", to: "2026-11-13" },
    asks: {
      q: "event:(StartInstances OR StopInstances)",
      from: Date.UTC(2026, 10, 12),
      to: Date.UTC(2026, 10, 13),
    },
  },
  {
    link: "q=-role:TerraformApply+is:write&from=2026-11-12T14:31:07Z&to=2026-11-12T18:00:00%2B02:00",
    view: {
      q: "-role:TerraformApply is:write",
      from: "2026-11-12T14:31:07Z",
      to: "2026-11-12T18:00:00+02:00",
    },
    asks: {
      q: "-role:TerraformApply readOnly:false",
      from: Date.UTC(2026, 10, 12, 14, 31, 7),
      to: Date.UTC(2026, 10, 12, 16),
    },
  },
  {
    link: "q=eventSource:ec2.amazonaws.com+userIdentity.type:Root",
    view: { q: "eventSource:ec2.amazonaws.com userIdentity.type:Root" },
    asks: { q: "service:ec2 identity:Root", from: null, to: null },
  },
  {
    link: "q=session:skeddly-*+error:*+-outcome:denied",
    view: { q: "session:skeddly-* error:* -outcome:denied" },
    asks: { q: "session:skeddly-* error:* -outcome:denied", from: null, to: null },
  },
  {
    link: "q=ip:10.0.0.0/8+%22aws-cli/2+*%22",
    view: { q: 'ip:10.0.0.0/8 "aws-cli/2 *"' },
    asks: { q: 'ip:10.0.0.0/8 "aws-cli/2 *"', from: null, to: null },
  },
  {
    link: "q=requestParameters.bucketName:acme-logs&from=now-1d/d&to=now/d",
    view: { q: "requestParameters.bucketName:acme-logs", from: "now-1d/d", to: "now/d" },
    asks: {
      q: "requestParameters.bucketName:acme-logs",
      from: Date.UTC(2026, 10, 19),
      to: Date.UTC(2026, 10, 20),
    },
  },
  {
    link: "q=.newThing:x+NOT+region:us-east-1",
    view: { q: ".newThing:x NOT region:us-east-1" },
    asks: { q: ".newThing:x -region:us-east-1", from: null, to: null },
  },
  {
    link: "q=resource:arn:aws:s3:::acme-logs&tz=Europe/Berlin&order=asc&limit=200",
    view: { q: "resource:arn:aws:s3:::acme-logs", tz: "Europe/Berlin", order: "asc", limit: 200 },
    asks: { q: "resource:arn:aws:s3:::acme-logs", from: null, to: null },
  },
  {
    link: "q=is:denied&cols=time,event:220,actor,error&event=3b08722d-d5aa-4b8d-b257-792952e7cc6d",
    view: {
      q: "is:denied",
      columns: [
        { id: "time", width: null },
        { id: "event", width: 220 },
        { id: "actor", width: null },
        { id: "error", width: null },
      ],
      event: "3b08722d-d5aa-4b8d-b257-792952e7cc6d",
    },
    asks: { q: "outcome:denied", from: null, to: null },
  },
  {
    link: "from=now-24h&to=now&utm_source=chat",
    view: { from: "now-24h", to: "now" },
    asks: { q: "", from: NOW - DAY, to: NOW },
  },
];

it.each(LINKS)("$link means what it meant", ({ link, view, asks }) => {
  const read = parseView(new URLSearchParams(link), NOW);
  expect(read.problems).toEqual([]);
  expect(read.view).toMatchObject({ ...DEFAULT_VIEW, ...view });
  const { search } = toSearch(read.view, NOW);
  expect({ q: formatQuery(search.where), ...search.range }).toEqual(asks);
});

it.each(LINKS)("$link still means so after it was saved", ({ link }) => {
  const { view } = parseView(new URLSearchParams(link), NOW);
  expect(parseView(new URLSearchParams(formatView(view)), NOW)).toEqual({ view, problems: [] });
});
