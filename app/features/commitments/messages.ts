import { getBorough } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { translator } from "~/platform/i18n.server";
import { type Block, letter } from "~/platform/letter.server";
import { plainDay } from "~/platform/london";
import { tell } from "~/platform/outbox.server";
import { dueWords } from "./due-words";
import type { ToRemind } from "./read-staff.server";
import { type Reminder, reminderKey } from "./reminders";

const SUBJECT: Readonly<Record<Reminder, string>> = {
  before: "Due in a week or less: a commitment of yours",
  due: "Due today: a commitment of yours",
  overdue: "Overdue: a commitment of yours",
};

const OPENING: Readonly<Record<Reminder, string>> = {
  before: "Your office said in public that it would do this. The date is near.",
  due: "Your office said in public that it would do this, and today is the last day.",
  overdue:
    "Your office said in public that it would do this. The date has passed, and the public register now says: overdue.",
};

const ASKED: Readonly<Record<Reminder, string>> = {
  before:
    "If it is done, tell us on which day and where people can see it. If the date can't be kept, tell us now: we write down the new date and your reason beside the first one.",
  due: "If it is done, tell us on which day and where people can see it. If not, tell us the new date and why. The first date stays beside it.",
  overdue:
    "Tell us what has happened. If it is done, say on which day and where people can see it. If it is not, say when it will be and why. If it won't be done at all, say so and why: that is better than silence.",
};

/** Reminds the office that owns a commitment, by its own address. In English: it goes to an office, not to a resident. */
export async function tellOwner(ctx: Ctx, to: ToRemind, email: string): Promise<void> {
  const { commitment, office, organisation, moment } = to;
  const { programme, contacts } = await getBorough(ctx);
  const t = translator("en");
  const due = dueWords(t, commitment.dueDay ?? "", commitment.precision ?? "day");
  const first = dueWords(t, commitment.firstDueDay ?? "", commitment.firstPrecision ?? "day");
  const said = plainDay(new Date(`${commitment.madeDay}T12:00:00Z`));
  const blocks: Block[] = [
    { kind: "text", text: `To ${office.role}, ${organisation}` },
    { kind: "text", text: OPENING[moment] },
    {
      kind: "facts",
      rows: [
        ["What was said", commitment.said],
        ["Said on", said],
        ["Due", due],
        ...(commitment.redated > 0 ? [["Originally due", first] as const] : []),
        ...(commitment.condition ? [["Subject to", commitment.condition] as const] : []),
      ],
    },
    { kind: "link", label: "What everyone can read", href: `${ctx.origin}/commitments/${commitment.number}` },
    { kind: "text", text: ASKED[moment] },
    { kind: "link", label: "Write to us", href: `mailto:${contacts.email}` },
    { kind: "text", text: `Or ring ${contacts.phone}.` },
  ];
  const from = { name: programme, phone: contacts.phone, programme };
  const laidOut = letter({ locale: "en", from, subject: SUBJECT[moment], blocks });
  await tell(
    ctx,
    { channel: "email", recipient: email, name: `${office.role}, ${organisation}`, locale: "en" },
    {
      ...laidOut,
      key: `${reminderKey(commitment.id)}${office.id}:${commitment.dueDay}:${moment}`,
      about: { kind: "commitment", id: commitment.id },
    },
  );
}
