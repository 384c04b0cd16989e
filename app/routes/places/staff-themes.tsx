import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/features/places/may";
import { PlacesDone, PlacesNav } from "~/features/places/PlacesNav";
import { listThemes } from "~/features/places/read-themes.server";
import { ORIGIN_WORDS } from "~/features/places/staff-words";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { ButtonLink } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Themes");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args);
  const all = await listThemes(ctx);
  const top = all.filter((one) => !one.parentId);
  return {
    done: new URL(args.request.url).searchParams.get("done"),
    mayKeep: may.keepThemes(ctx.actor),
    // Each larger theme is followed by its parts.
    all: top.flatMap((one) => [one, ...all.filter((part) => part.parentId === one.id)]),
    names: Object.fromEntries(top.map((one) => [one.id, one.label])),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["all"][number];

export default function StaffThemes() {
  const { done, mayKeep, all, names } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Themes"
      lede="What people talk about, in the words of plans and in their own."
      notice={<PlacesDone done={done} />}
      head={
        <>
          {mayKeep && (
            <p>
              <ButtonLink href="/manage/places/themes/new">Add a theme</ButtonLink>
            </p>
          )}
          <PlacesNav current="themes" />
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState title="There is no theme yet">
          <p>Begin with what residents say, in their words.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Themes"
          captionHidden
          cards
          rows={all}
          rowKey={(one) => one.slug}
          columns={[
            { header: "Official word", cell: (one) => <Name theme={one} mayKeep={mayKeep} /> },
            { header: "Residents’ own word", cell: (one) => one.plainLabel },
            { header: "Came first from", cell: (one) => ORIGIN_WORDS[one.origin] },
            { header: "Part of", cell: (one) => (one.parentId && names[one.parentId]) || "Stands alone" },
            { header: "Other words", cell: (one) => one.aliases.join(", ") || "None" },
            {
              header: "What was said",
              cell: (one) => (
                <a href={`/manage/themes/${one.slug}`}>
                  What waits<span className="govuk-visually-hidden"> about {one.label}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}

function Name({ theme, mayKeep }: { theme: Row; mayKeep: boolean }) {
  return (
    <>
      {mayKeep ? <a href={`/manage/places/themes/${theme.slug}`}>{theme.label}</a> : theme.label}
      <Tags items={theme.retiredDay ? [{ text: "Out of use", colour: "grey" }] : []} />
    </>
  );
}
