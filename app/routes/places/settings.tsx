import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlacesDone } from "~/features/places/PlacesNav";
import { PERIODS, periodsOf, periodWords } from "~/features/places/periods";
import { getBorough } from "~/features/places/read.server";
import { staff } from "~/routes/guards.server";
import { Page } from "~/routes/Page";
import { titled } from "~/routes/title";
import { SummaryList } from "~/ui/SummaryList";

export const meta: MetaFunction<typeof loader> = (args) => titled(args, "Settings");

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await staff(args, "admin");
  return {
    borough: await getBorough(ctx),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

const number = new Intl.NumberFormat("en-GB");

export default function Settings() {
  const { borough, done } = useLoaderData<typeof loader>();
  const { contacts, colours, logo } = borough;
  const periods = periodsOf(borough.periods);
  const change = (page: string, hidden: string) => ({
    href: `/manage/settings/${page}`,
    text: "Change",
    hidden,
  });
  return (
    <Page
      title="Settings"
      lede="What every page of the site says of the borough, how long things are kept, and how it looks."
      notice={<PlacesDone done={done} />}
    >
      <SummaryList
        card={{ title: "The borough", actions: [change("borough", "what is said")] }}
        rows={[
          { key: "Borough", value: `${borough.name} (${borough.gssCode})` },
          { key: "Council", value: borough.council },
          { key: "Programme", value: borough.programme },
          { key: "Phone", value: `${contacts.phone}, ${contacts.hours}` },
          { key: "Text messages", value: contacts.textNumber },
          { key: "Email", value: contacts.email },
          { key: "Letters", value: contacts.address },
          { key: "Adult at risk", value: contacts.safeguardingAdults },
          { key: "Child at risk", value: contacts.safeguardingChildren },
          {
            key: "People in a neighbourhood",
            value: `${number.format(borough.bandLow)} to ${number.format(borough.bandHigh)}; outside of it staff are warned`,
          },
        ]}
      />
      <SummaryList
        card={{
          title: "How long things are kept",
          actions: [change("retention", "how long things are kept")],
        }}
        rows={PERIODS.map((period) => ({ key: period.label, value: periodWords(period, periods) }))}
      />
      <SummaryList
        card={{ title: "Colours", actions: [change("colours", "them")] }}
        rows={[
          { key: "Main colour", value: colours?.main ?? "The site’s own green" },
          { key: "Accent colour", value: colours?.accent ?? "The site’s own yellow" },
        ]}
      />
      <SummaryList
        card={{ title: "Logo", actions: [change("logo", "it")] }}
        rows={[{ key: "Logo", value: logo ? logo.alt : "The site’s own tiles" }]}
      />
    </Page>
  );
}
