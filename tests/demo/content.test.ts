import { expect, test } from "vitest";
import { readEngagement } from "~/demo/engagement.server";
import { readEvents } from "~/demo/events.server";
import { readPeople } from "~/demo/people.server";
import { readPlaces } from "~/demo/places.server";
import { readUpcoming } from "~/demo/upcoming.server";

const places = readPlaces();
const people = readPeople();
const past = readEvents();
const coming = readUpcoming();

const neighbourhoods = places.neighbourhoods.map((one) => one.slug);
const organisations = places.organisations.map((one) => one.slug);
const HOMES = [...neighbourhoods, "not-stated"];

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const sameSet = (some: Iterable<string>, others: Iterable<string>) =>
  expect([...some].sort()).toEqual([...others].sort());

test("the neighbourhoods make up the borough, each drawn and in colours of its own", () => {
  expect(sum(places.neighbourhoods.map((one) => one.population))).toBe(places.borough.population);
  for (const one of places.neighbourhoods) expect(one.outline?.length).toBeGreaterThan(3);
  expect(new Set(places.neighbourhoods.map((one) => one.palette)).size).toBe(neighbourhoods.length);
  expect(organisations).toHaveLength(18);
  for (const slug of Object.values(places.postcodeSectors)) expect(neighbourhoods).toContain(slug);
  for (const venue of places.venues) expect(neighbourhoods).toContain(venue.neighbourhood);
});

test("everything in the files is named once", () => {
  for (const slugs of [
    neighbourhoods,
    organisations,
    places.venues.map((one) => one.slug),
    people.accounts.map((one) => one.slug),
    people.accounts.map((one) => one.email),
    people.participants.map((one) => one.slug),
    [...past.events, ...coming.events].map((one) => one.slug),
  ]) {
    expect(new Set(slugs).size).toBe(slugs.length);
  }
});

test.each([...past.events, ...coming.events].map((event) => [event.slug, event] as const))(
  "%s names places that are there, and fits into its room",
  (_slug, event) => {
    const venue = places.venues.find((one) => one.slug === event.venue);
    if (event.mode !== "online") expect(venue).toBeDefined();
    if (event.mode !== "in_person") expect(event.onlineLink).toMatch(/^https:\/\/[a-z.]*example\.org\//);
    expect(event.capacity).toBeLessThanOrEqual(event.mode === "in_person" ? (venue?.capacity ?? 0) : 1000);
    expect(organisations).toContain(event.host);
    if (event.neighbourhood) expect(neighbourhoods).toContain(event.neighbourhood);
  },
);

test("activities, events and outreach name each other, and no text that is counted from today names a season", () => {
  const { plans, outreach } = readEngagement();
  const activities = plans.flatMap((plan) => plan.activities);
  const slugs = activities.map((one) => one.slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const one of [...past.events, ...coming.events])
    if (one.activity) expect(slugs).toContain(one.activity);
  for (const visit of outreach) {
    expect(slugs).toContain(visit.activity);
    expect(neighbourhoods).toContain(visit.neighbourhood);
  }
  for (const one of activities) if (one.neighbourhood) expect(neighbourhoods).toContain(one.neighbourhood);
  expect(JSON.stringify(plans.at(-1))).not.toMatch(/\b(?:spring|summer|autumn|winter)\b|\b20\d\d\b/i);
});

test("people's roles hold over places that are there, and what they are made from covers every neighbourhood", () => {
  for (const { role, scope } of people.accounts.flatMap((one) => one.roles)) {
    const slugs = {
      borough: [places.borough.slug],
      neighbourhood: neighbourhoods,
      organisation: organisations,
    };
    expect(slugs[scope.kind], role).toContain(scope.slug);
  }
  for (const home of people.participants.flatMap((one) => one.neighbourhood ?? []))
    expect(neighbourhoods).toContain(home);
  sameSet(Object.keys(people.names.streets), neighbourhoods);
  sameSet(Object.keys(people.names.locales), neighbourhoods);
  for (const [home, streets] of Object.entries(people.names.streets)) {
    for (const sector of Object.values(streets)) expect(places.postcodeSectors[sector]).toBe(home);
  }
});

test("everybody without an account comes to one event, in a party of the right kind", () => {
  const named = coming.events.flatMap(({ examples }) => [...examples.people, ...examples.supported]);
  sameSet(
    named,
    people.participants.map((one) => one.slug),
  );
  for (const { examples } of coming.events) {
    expect(examples.people.length).toBeLessThanOrEqual(examples.confirmed.length);
    expect(examples.supported.length).toBeLessThanOrEqual(examples.withSupporter);
  }
});

test("each past event's numbers add up", () => {
  for (const event of past.events) {
    const { registered, attended, noShow, cancelled, waitingNeverOffered, walkIns } = event.counts;
    expect(attended + noShow + cancelled + waitingNeverOffered, event.slug).toBe(registered);
    for (const byHome of [event.attended, event.noShow, event.walkIns]) sameSet(Object.keys(byHome), HOMES);
    expect(sum(Object.values(event.attended)), event.slug).toBe(attended);
    expect(sum(Object.values(event.noShow)), event.slug).toBe(noShow);
    expect(sum(Object.values(event.walkIns)), event.slug).toBe(walkIns);
    if (waitingNeverOffered > 0) expect(event.capacity, event.slug).toBe(attended + noShow);
    for (const { requested, met, partly, notMet } of event.adjustments)
      expect(met + partly + notMet).toBe(requested);
  }
});

test("the year's totals are those of its events", () => {
  const { totals, events } = past;
  expect(events).toHaveLength(totals.events);
  for (const [kind, count] of Object.entries(totals.byKind))
    expect(events.filter((event) => event.kind === kind)).toHaveLength(count);
  for (const [name, count] of Object.entries(totals.counts))
    expect(sum(events.map((event) => event.counts[name as keyof typeof event.counts]))).toBe(count);
  for (const home of HOMES) {
    const came = events.map((event) => (event.attended[home] ?? 0) + (event.walkIns[home] ?? 0));
    expect(sum(came), home).toBe(totals.attendances[home]);
  }
  for (const name of ["requested", "met", "partly", "notMet"] as const) {
    const all = events.flatMap((event) => event.adjustments.map((one) => one[name]));
    expect(sum(all)).toBe(totals.adjustments[name]);
  }
});

test("each coming event's examples leave the places that the sheet says", () => {
  for (const { slug, examples, invitations, ...event } of coming.events) {
    const { capacity, onlineCapacity = 0, carersTakePlaces, left } = event;
    const invited = invitations.filter((one) => one.accepted).length;
    const taken = sum(examples.confirmed) + examples.withSupporter * (carersTakePlaces ? 2 : 1) + invited;
    const online = sum(examples.online);
    expect(taken, slug).toBeLessThanOrEqual(capacity);
    expect(online, slug).toBeLessThanOrEqual(onlineCapacity);
    if (left !== undefined) expect(capacity + onlineCapacity - taken - online, slug).toBe(left);
    if (examples.waiting.length > 0) expect(taken, slug).toBe(capacity);
  }
});

test("no text of a coming event names a month or a season", () => {
  const dated =
    /\b(january|february|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|christmas|easter)\b/i;
  for (const event of coming.events) {
    expect([event.title, event.summary, event.description, event.cancelled ?? ""].join(" ")).not.toMatch(
      dated,
    );
  }
});
