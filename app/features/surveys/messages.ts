import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { letter } from "~/platform/letter.server";
import { inLocale, type Locale } from "~/platform/locales";
import { tell } from "~/platform/outbox.server";
import { draftId } from "./read-draft.server";
import { DRAFT_DAYS } from "./rules";

/** Mails somebody the link back to their answers to a linked survey. Inside a write. */
export async function tellReturnLink(
  ctx: Ctx,
  to: { name: string; email: string; locale: Locale },
  { slug, title, code }: { slug: string; title: string; code: string },
): Promise<void> {
  const t = translator(to.locale);
  const borough = await getBorough(ctx);
  const words = { name: to.name, title, days: DRAFT_DAYS };
  const laidOut = letter({
    locale: to.locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t("surveys.mail.subject"),
    blocks: [
      { kind: "text", text: t("mail.hello", words) },
      { kind: "text", text: t("surveys.mail.body", words) },
      {
        kind: "link",
        label: t("surveys.carryOn"),
        href: `${ctx.origin}${inLocale(to.locale, `/surveys/${slug}/return/${code}`)}`,
      },
    ],
  });
  const id = draftId(ctx, code);
  const minute = Math.floor(ctx.now.getTime() / 60_000);
  await tell(
    ctx,
    { channel: "email", recipient: to.email, name: to.name, locale: to.locale },
    { ...laidOut, key: `survey-draft:${id}:${minute}`, about: { kind: "survey_draft", id } },
  );
}

/** Thanks somebody for their answers to a linked survey, with the link by which they take them back. Inside a write. */
export async function tellAnswersKept(
  ctx: Ctx,
  to: { name: string; email: string; locale: Locale },
  { slug, title, link, participantId }: { slug: string; title: string; link: string; participantId: string },
): Promise<void> {
  const t = translator(to.locale);
  const borough = await getBorough(ctx);
  const words = { name: to.name, title };
  const laidOut = letter({
    locale: to.locale,
    from: { name: borough.name, phone: borough.contacts.phone, programme: borough.programme },
    subject: t("surveys.withdraw.subject"),
    blocks: [
      { kind: "text", text: t("mail.hello", words) },
      { kind: "text", text: t("surveys.withdraw.mail", words) },
      {
        kind: "link",
        label: t("surveys.withdraw.title"),
        href: `${ctx.origin}${inLocale(to.locale, `/surveys/${slug}/withdraw/${link}`)}`,
      },
    ],
  });
  await tell(
    ctx,
    { channel: "email", recipient: to.email, name: to.name, locale: to.locale },
    { ...laidOut, key: `survey-answers:${participantId}`, about: { kind: "participant", id: participantId } },
  );
}
