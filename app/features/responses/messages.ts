import { bslBlocks, reachOf } from "~/features/people/messages";
import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { inLocale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { type Addressed, tellAll, withdrawMessages } from "~/platform/outbox.server";
import { keyed } from "~/platform/secret-links.server";
import { atNoon, promiseWords } from "./promise";
import type { ResponseSeen } from "./read.server";
import { listFollowers, unfollowLink } from "./read-followers.server";

/**
 * Tells everyone who asked to hear what came of a thing, once for each response and person, by their channel. Inside a
 * write. Returns how many.
 */
export async function tellFollowers(ctx: Ctx, seen: ResponseSeen): Promise<number> {
  const { response } = seen;
  const followers = await listFollowers(ctx, { kind: response.thingKind, id: response.thingId });
  const told: Addressed[] = [];
  for (const { follower, participant, person } of followers) {
    const reach = await reachOf(ctx, participant);
    const way = { ctx, seen, reach, unfollow: unfollowLink(ctx, follower.id) };
    told.push({
      reach,
      letter: {
        ...(await letterTo(way)),
        key: `response:${response.id}:${keyed(ctx.secret, "follower", person).slice(0, 16)}`,
        about: { kind: "official_response", id: response.id },
      },
    });
  }
  await tellAll(ctx, told);
  return told.length;
}

/** What was not sent yet about these responses is not sent: they are no longer true. Inside a write. */
export async function untell(ctx: Ctx, responseIds: readonly string[]): Promise<void> {
  if (responseIds.length === 0) return;
  await withdrawMessages(ctx, { kind: "official_response", ids: responseIds });
}

type To = {
  ctx: Ctx;
  seen: ResponseSeen;
  reach: Awaited<ReturnType<typeof reachOf>>;
  unfollow: string;
};

async function letterTo({ ctx, seen, reach, unfollow }: To) {
  const { response, organisation } = seen;
  const t = translator(reach.locale);
  const borough = await getBorough(ctx);
  const rows: [string, string][] = [[t("responses.mail.answer"), t(`responses.kind.${response.kind}`)]];
  const promised = promiseWords(t, reach.locale, response);
  if (promised) rows.push([t("responses.by"), promised]);
  if (response.condition) rows.push([t("responses.condition"), response.condition]);
  if (response.reason) rows.push([t("responses.why"), response.reason]);
  if (response.passedTo) rows.push([t("responses.passedTo"), response.passedTo]);
  if (response.evidence) rows.push([t("responses.evidence"), response.evidence]);
  if (response.evidenceDay)
    rows.push([t("responses.doneOn"), plainDay(atNoon(response.evidenceDay), reach.locale)]);
  if (response.evidenceWhere) rows.push([t("responses.where"), response.evidenceWhere]);
  rows.push([t("responses.owner"), `${response.ownerRole}, ${organisation.name}`]);
  const words = { name: reach.name, phone: borough.contacts.phone };
  const at = (path: string) => `${ctx.origin}${inLocale(reach.locale, path)}`;
  const blocks: Block[] = [
    { kind: "text", text: t("mail.hello", words) },
    { kind: "text", text: t("responses.mail.body") },
    { kind: "text", text: `“${response.said}”` },
    { kind: "facts", rows },
    { kind: "text", text: response.text },
    { kind: "link", label: t("responses.mail.link"), href: at(`/you-said-we-did/${response.id}`) },
    ...bslBlocks(ctx, reach),
    { kind: "text", text: t("responses.mail.ring", words) },
    { kind: "link", label: t("responses.mail.unfollow"), href: at(`/unfollow/${unfollow}`) },
  ];
  return letter({
    locale: reach.locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t("responses.mail.subject"),
    blocks,
  });
}
