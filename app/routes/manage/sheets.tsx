import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may as mayType } from "~/features/equality/may";
import { may } from "~/features/events/may";
import { listSessions } from "~/features/events/read-sessions.server";
import { findForStaff } from "~/features/events/read-staff.server";
import { SHEET_WORDS, SHEETS, stallsOf, tablesIn } from "~/features/events/sheets";
import { findCollection } from "~/routes/collections.server";
import { missing } from "~/routes/form.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { Button } from "~/ui/Button";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args, args.data ? `Sheets to print: ${args.data.title}` : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const seen = await findForStaff(ctx, args.params.slug ?? "");
  if (!seen || !may.checkIn(ctx.actor, seen.event)) throw missing();
  const search = new URL(args.request.url).searchParams;
  const { id, slug, title } = seen.event;
  const stalls = stallsOf(await listSessions(ctx, id)).length;
  const aboutPeople = (await findCollection(ctx, "event", slug)) !== null && mayType.enter(ctx.actor);
  return { slug, title, tables: tablesIn(search), stalls, aboutPeople };
}

export default function Sheets() {
  const { slug, title, tables, stalls, aboutPeople } = useLoaderData<typeof loader>();
  const to = (sheet: string) => `/manage/events/${slug}/sheets/${sheet}`;
  return (
    <Page
      title="Sheets to print"
      caption={title}
      lede="None of them says what anybody asked for, how to reach them or where they live."
      back={{ href: `/manage/events/${slug}`, text: "Back to the event" }}
    >
      <div className="rh-sheets">
        <section>
          <h2>List for the door</h2>
          <p>For the team: names and references, and what to have ready for the room as a whole.</p>
          <p>
            <a href={`/manage/events/${slug}/print`}>Open the list for the door</a>
          </p>
        </section>
        {SHEETS.filter((sheet) => sheet !== "stalls" || stalls > 0).map((sheet) => (
          <section key={sheet}>
            <h2>{SHEET_WORDS[sheet].title}</h2>
            <p>{SHEET_WORDS[sheet].text}</p>
            <form method="get" action={to(sheet)}>
              {sheet === "tables" && stalls === 0 && (
                <TextInput
                  name="tables"
                  label="How many tables"
                  defaultValue={String(tables)}
                  inputMode="numeric"
                  autoComplete="off"
                  width={3}
                />
              )}
              <Radios
                name="size"
                idPrefix={`size-${sheet}`}
                legend="Size"
                inline
                small
                items={[
                  { value: "usual", label: "Usual" },
                  { value: "large", label: "Large print" },
                ]}
                value="usual"
              />
              <Button variant="secondary">
                Open <span className="govuk-visually-hidden">{SHEET_WORDS[sheet].title.toLowerCase()}</span>
              </Button>
            </form>
          </section>
        ))}
        {aboutPeople && (
          <section>
            <h2>Questions about people themselves</h2>
            <p>
              A sheet without a name, to be handed back apart. It shows whether we hear from everyone who
              lives here.
            </p>
            <p>
              <a href={`/equality/event/${slug}/paper`}>Print the questions about people</a>
            </p>
            <p>
              <a href={`/manage/equality/type/event/${slug}`}>Type sheets about people</a>
            </p>
          </section>
        )}
      </div>
    </Page>
  );
}
