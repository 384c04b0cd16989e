type Typed = Record<string, string | string[]>;

const word = (typed: Typed, name: string) => [typed[name] ?? ""].flat()[0]?.trim() ?? "";

/**
 * How the caller wants to be told, from one box for both phone numbers
 * and email addresses, another for a letter, or nothing.
 */
export function reachIn(typed: Typed): Typed {
  const reach = word(typed, "reach");
  const rest = { ...typed, email: "", phone: "" };
  if (reach.includes("@")) return { ...rest, contact: "email", email: reach };
  if (reach !== "") return { ...rest, contact: "phone", phone: reach };
  return { ...rest, contact: word(typed, "address") === "" ? "none" : "letter" };
}

const SAID: Record<string, string> = {
  "problems.name": "Enter their name, or the name they like to be called",
  "problems.email": "Enter an email address, like name@example.org",
  "problems.phone": "Enter a phone number, like 07700 900 982, or an email address, or leave this empty",
  "problems.address": "Enter the name and address for the letter",
  "problems.helperContact": "Enter the helper’s email address or phone number, or leave it empty",
  "problems.partyTooBig": "Book up to 20 people at once, and the others in a second booking",
  "problems.partyLargerThanRoom":
    "That is more people than the room holds. Make the party smaller, or add places first",
  "problems.fullNow":
    "There is no place left for them, and nobody moves up the list once an event has begun. Add places first, or note them at the door when they come",
  "problems.past": "This event is over. Note people who came without booking on the list at the door",
};

/** Problems by the form's own boxes, in words for staff where the public's would be wrong. */
export function problemsFor(
  fields: Record<string, string[]>,
  say: (key: string) => string,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, keys]) => [
      name === "email" || name === "phone" ? "reach" : name,
      keys.map((key) => SAID[key] ?? say(key)),
    ]),
  );
}

const CHANNELS = ["phone", "in_person", "paper", "letter"] as const;

/** How they got in touch; by phone unless said otherwise. */
export function channelIn(typed: Typed): (typeof CHANNELS)[number] {
  return CHANNELS.find((one) => one === typed.channel) ?? "phone";
}
