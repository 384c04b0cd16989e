import { clock, longDay } from "~/platform/london";
import { Button } from "~/ui/Button";
import { Details } from "~/ui/Details";
import { InsetText } from "~/ui/InsetText";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";

import { CHECK_IN_VERSION } from "./check-in-version";

type CheckInPageProps = {
  event: {
    slug: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    venue: string | null;
    neighbourhoods: readonly { slug: string; name: string }[];
  };
};

/**
 * The page that checks people in with the network gone. The modules in public/check-in find its parts by
 * their ids; without scripts it says where to go instead.
 */
export function CheckInPage({ event }: CheckInPageProps) {
  const { slug, title, startsAt, endsAt, venue } = event;
  return (
    <main className="rh-check-in" id="main" data-slug={slug} data-version={CHECK_IN_VERSION}>
      <p className="rh-check-in__back rh-no-print">
        <a href={`/manage/events/${slug}/door`}>The door, with a network</a>
      </p>
      <h1>Check in</h1>
      <p>
        <strong>{title}</strong>
        <br />
        {longDay(startsAt)}, {clock(startsAt)} to {clock(endsAt)}
        {venue && `, ${venue}`}
      </p>
      <div id="unscripted">
        <InsetText>
          Checking in without a network needs JavaScript, and it does not run here. With a network,{" "}
          <a href={`/manage/events/${slug}/door`}>the page of the door</a> does the same.
        </InsetText>
      </div>
      <div id="app" hidden>
        <div className="rh-check-in__state" id="state" role="status" />
        <form id="find" action={`/manage/events/${slug}/door`} method="get" noValidate>
          <TextInput
            id="words"
            name="q"
            label="Name or reference"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
          />
          <div className="govuk-button-group">
            <Button>Find</Button>
            <Button type="button" variant="secondary" id="scan" hidden>
              Scan a code
            </Button>
          </div>
        </form>
        <p id="camera-said" hidden />
        <video id="camera" className="rh-check-in__camera" muted playsInline hidden />
        <div id="answer" className="rh-check-in__answer" role="alert" />
        <ul id="people" className="rh-check-in__people" />
        <p id="more" hidden />
        <Details className="rh-no-print" summary="Somebody came without booking">
          <form id="walk-in" action={`/manage/events/${slug}/door`} method="get" noValidate>
            <TextInput name="name" label="Name (only if they like)" autoComplete="off" />
            <TextInput
              id="walk-in-people"
              name="people"
              label="How many people"
              inputMode="numeric"
              autoComplete="off"
              defaultValue="1"
              width={3}
            />
            <Select
              name="neighbourhood"
              label="Where they live (only if they like)"
              items={[
                { value: "", text: "Not said" },
                ...event.neighbourhoods.map((one) => ({ value: one.slug, text: one.name })),
              ]}
            />
            <Button variant="secondary">Note them</Button>
          </form>
        </Details>
        <Details className="rh-no-print" summary="Count the heads in the room">
          <form id="heads" action={`/manage/events/${slug}/door`} method="get" noValidate>
            <TextInput
              id="heads-people"
              name="people"
              label="People in the room now"
              hint="Everyone, booked or not. It is kept apart and added to nothing."
              inputMode="numeric"
              autoComplete="off"
              width={4}
            />
            <Button variant="secondary">Note the count</Button>
          </form>
        </Details>
        <Details className="rh-no-print" summary="Noted on this device">
          <ul id="noted" className="rh-check-in__people" />
          <p id="noted-none">Nothing yet.</p>
        </Details>
        <Details className="rh-no-print" summary="What this device keeps">
          <p>
            Names, references, how many come and who is here: no contacts, and nothing that anybody asked for.
            It goes when you sign out, a day after the event, or now. This device calls itself{" "}
            <strong id="device" />.
          </p>
          <div id="forget-ask">
            <Button type="button" variant="secondary" id="forget">
              Clear this device
            </Button>
          </div>
          <div id="forget-sure" hidden>
            <p id="forget-words" />
            <div className="govuk-button-group">
              <Button type="button" variant="warning" id="forget-yes">
                Yes, clear it
              </Button>
              <Button type="button" variant="secondary" id="forget-no">
                Keep it
              </Button>
            </div>
          </div>
        </Details>
      </div>
      <script type="module" src="/check-in/page.js" />
    </main>
  );
}
