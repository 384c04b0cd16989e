/** What someone can need a message to be; codes of what people ask us to remember. */
export const FORMATS = [
  "large_print",
  "easy_read",
  "audio",
  "braille",
  "bsl",
  "text_message",
  "translation",
] as const;

/** One of them. */
export type Format = (typeof FORMATS)[number];

/** How a message goes out: by itself, or by somebody's hand. */
export type MessageChannel = "email" | "call" | "letter" | "text" | "by_hand";

/** True for what can decide the form of a message; other needs are about taking part. */
export function isFormat(need: string): need is Format {
  return (FORMATS as readonly string[]).includes(need);
}

/**
 * How somebody is told who chose a way and needs formats. Braille, a recording and a language that the
 * site does not have are made by hand, unless they are rung: a call is heard, and can be interpreted.
 * Someone who signs, or asked for texts, is sent a text instead of a call.
 */
export function channelFor(
  chosen: "email" | "phone" | "letter",
  formats: readonly Format[],
  language: string | null = null,
): MessageChannel {
  const needs = (...some: Format[]) => some.some((format) => formats.includes(format));
  if (chosen === "phone") return needs("bsl", "text_message") ? "text" : "call";
  const unwritten = needs("translation") && language !== null;
  return needs("audio", "braille") || unwritten ? "by_hand" : chosen;
}

/** True when what we print for them is in large print: asked for, or because Easy Read is never small. */
export function isLarge(formats: readonly string[]): boolean {
  return formats.includes("large_print") || formats.includes("easy_read");
}

/** How messages go out, in the words of staff pages. */
export const CHANNEL_WORDS: Record<MessageChannel, string> = {
  email: "Email",
  call: "Phone call",
  letter: "Letter",
  text: "Text message",
  by_hand: "Made by hand",
};

/** The same, once it is done. */
export const DONE_WORDS: Record<MessageChannel, string> = {
  email: "Sent",
  call: "Called",
  letter: "Posted",
  text: "Texted",
  by_hand: "Made and sent",
};

/** What a message has to be, in the words of staff pages. */
export const FORMAT_WORDS: Record<Format, string> = {
  large_print: "Large print",
  easy_read: "Easy Read",
  audio: "To be heard",
  braille: "Braille",
  bsl: "Uses BSL",
  text_message: "Text message",
  translation: "Another language",
};

/** Formats of a message in the words of staff pages; a language that we have no words in is named. */
export function formatWords(formats: readonly string[], language: string | null): string[] {
  return formats
    .filter(isFormat)
    .map((format) => (format === "translation" && language ? `In ${language}` : FORMAT_WORDS[format]));
}

/** What staff do to make a message that does not go out by itself, in a sentence; null for calls, texts and letters. */
export function makingOf(formats: readonly string[], language: string | null): string | null {
  const steps = [
    formats.includes("translation") && language && `have it put into ${language}`,
    formats.includes("braille") && "have it made in braille",
    formats.includes("audio") && "read it aloud and record it",
  ].filter(Boolean);
  return steps.length > 0 ? `To do: ${steps.join(", ")}. Then send it.` : null;
}
