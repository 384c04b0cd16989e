import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { newLoadContext } from "~/http/load-context";
import type { Actor } from "~/platform/actor";
import { openHouse } from "~/platform/house.server";
import { startSession } from "~/platform/session.server";
import { anyone, signedIn, staff } from "~/routes/guards.server";
import { smallWorld, type World } from "../features/people/support";

type Person = Extract<Actor, { kind: "account" }>;
let world: World;
let helen: Person;
let amara: Person;

beforeAll(async () => {
  world = await smallWorld();
  openHouse(world.store);
  helen = await world.person("Helen Pike", "engagement_lead", "resident");
  amara = await world.person("Amara Osei", "resident");
});

async function cookieOf(person: Person, secondFactor: boolean): Promise<string> {
  const beginning = { browser: "Firefox", isStaff: true, secondFactor };
  return (await startSession(world.ctx(), person.id, beginning)).split(";")[0] ?? "";
}

function asked(
  path: string,
  cookie?: string,
  more: { method?: string; locale?: string } = {},
): LoaderFunctionArgs {
  const headers = cookie ? { cookie } : undefined;
  const request = new Request(`http://localhost:4250${path}`, { method: more.method ?? "GET", headers });
  const facts = {
    locale: more.locale ?? "en",
    clientAddress: "10.0.0.1",
    requestId: "1",
    phone: "020 7946 0123",
  };
  return { request, params: {}, context: newLoadContext(facts) as AppLoadContext };
}

/** What a guard threw: its status, and where it leads. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return `${thrown.status} ${thrown.headers.get("Location") ?? ""}`.trim();
  }
  return "let in";
}

const grantsOf = (actor: Actor) => (actor.kind === "account" ? actor.grants.map((grant) => grant.role) : []);

describe("staff", () => {
  it("sends people who are not signed in to do so and come back, without what they searched for", async () => {
    expect(await refusal(staff(asked("/manage/people?q=secret")))).toBe(
      "302 /sign-in?then=%2Fmanage%2Fpeople",
    );
    expect(await refusal(staff(asked("/manage/people", undefined, { method: "POST" })))).toBe("302 /sign-in");
    expect(await refusal(staff(asked("/manage", `rh_session=${"A".repeat(43)}`)))).toBe(
      "302 /sign-in?then=%2Fmanage",
    );
  });

  it("asks for the second factor, and lets in who gave it and holds the role", async () => {
    const half = await cookieOf(helen, false);
    expect(await refusal(staff(asked("/manage", half)))).toBe("302 /sign-in/second-factor?then=%2Fmanage");
    const whole = await cookieOf(helen, true);
    expect((await staff(asked("/manage", whole))).actor).toMatchObject({ id: helen.id });
    expect((await staff(asked("/manage", whole), "engagement_lead")).actor).toMatchObject({ id: helen.id });
  });

  it("refuses whoever does not hold the role, second factor or not", async () => {
    expect(await refusal(staff(asked("/manage", await cookieOf(amara, true))))).toBe("403");
    expect(await refusal(staff(asked("/manage", await cookieOf(amara, false))))).toBe("403");
    expect(await refusal(staff(asked("/manage/people", await cookieOf(helen, true)), "admin"))).toBe("403");
  });

  it("has its pages in English alone", async () => {
    const cookie = await cookieOf(helen, true);
    expect(await refusal(staff(asked("/manage?a=b", cookie, { locale: "pt" })))).toBe("302 /manage?a=b");
  });
});

describe("anyone and signedIn", () => {
  it("know who asks, and count staff roles only once the second factor is given", async () => {
    expect((await anyone(asked("/events"))).actor).toEqual({ kind: "anyone" });
    const half = asked("/events", await cookieOf(helen, false));
    expect(grantsOf((await anyone(half)).actor)).toEqual(["resident"]);
    expect(grantsOf((await signedIn(half)).actor)).toEqual(["resident"]);
    const whole = asked("/events", await cookieOf(helen, true));
    expect(grantsOf((await anyone(whole)).actor).sort()).toEqual(["engagement_lead", "resident"]);
  });

  it("let nobody in who has left, even with a cookie that was good", async () => {
    const { leave } = await import("~/features/people/leave.server");
    const admin = await world.person("The Admin", "admin");
    const gone = await world.person("Gone Soon", "analyst");
    const cookie = await cookieOf(gone, true);
    expect((await signedIn(asked("/account", cookie))).actor).toMatchObject({ id: gone.id });
    await leave(world.ctx(admin), gone.id);
    expect(await refusal(signedIn(asked("/account", cookie)))).toBe("302 /sign-in?then=%2Faccount");
    expect(await refusal(staff(asked("/manage", cookie)))).toBe("302 /sign-in?then=%2Fmanage");
  });
});
