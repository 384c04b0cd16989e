import { createTransport } from "nodemailer";
import { isLarge } from "./formats";
import { inLargePrint, oneLine } from "./letter.server";

/** An e-mail as it goes out. `id` is the outbox row's, so that a second sending can be recognised. */
export type OutgoingMail = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  /** A calendar file whose own METHOD line says whether it publishes or cancels. */
  calendar: string | null;
  /** What they need it to be, as codes of platform/formats. */
  formats: readonly string[];
  createdAt: Date;
};

/** Hands one e-mail to the mail server; resolves when the server has taken it, else throws `MailTrouble`. */
export type SendMail = (mail: OutgoingMail) => Promise<void>;

/** Why an e-mail did not go; the message is for staff and names nobody. */
export class MailTrouble extends Error {
  override name = "MailTrouble";
  /** True when the server said no to this e-mail itself, so that waiting will hardly help. */
  readonly refused: boolean;
  constructor(message: string, refused: boolean, cause?: unknown) {
    super(message, { cause });
    this.refused = refused;
  }
}

/** Where mail goes and who it is from. */
export type MailSettings = { smtpUrl: string; from: string; origin: string };

/** How long a part of a sending may take, in milliseconds. */
export type MailTimes = { connect: number; silence: number; whole: number };

/** Together well under the outbox's lease, so that nobody else sends the same row meanwhile. */
const TIMES: MailTimes = { connect: 10_000, silence: 20_000, whole: 45_000 };

/** Opens the way to a mail server. Whether the line is encrypted is the address's to say (smtp:, smtps:, ?requireTLS). */
export function smtp(settings: MailSettings, times: MailTimes = TIMES): SendMail {
  const transport = createTransport({
    url: settings.smtpUrl,
    dnsTimeout: times.connect,
    connectionTimeout: times.connect,
    greetingTimeout: times.connect,
    socketTimeout: times.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(settings.origin).hostname;
  return async (mail) => {
    const message = composed(mail, oneLine(settings.from), host);
    try {
      await transport.sendMail({ ...message, signal: AbortSignal.timeout(times.whole) });
    } catch (error) {
      throw troubleOf(error);
    }
  };
}

/** Takes every e-mail and sends none: the demo's outbox page shows what would have gone. */
export const keepInDemo: SendMail = async (mail) => {
  addressIn(mail.recipient);
};

function composed(mail: OutgoingMail, from: string, host: string) {
  return {
    from,
    to: { name: "", address: addressIn(mail.recipient) },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html === null ? undefined : isLarge(mail.formats) ? inLargePrint(mail.html) : mail.html,
    attachments: mail.calendar === null ? [] : [calendarFile(mail.calendar)],
    messageId: `<${mail.id}@${host}>`,
    date: mail.createdAt,
    headers: { "Auto-Submitted": "auto-generated" },
    xMailer: false as const,
  };
}

function calendarFile(content: string) {
  const method = /^METHOD:(PUBLISH|CANCEL)\r?$/m.exec(content)?.[1] ?? "PUBLISH";
  return { filename: "event.ics", content, contentType: `text/calendar; charset=utf-8; method=${method}` };
}

/** One bare address, never a list or a header of its own. */
function addressIn(recipient: string): string {
  if (/^[^\s,;:<>()[\]"\\@\p{Cc}]+@[^\s,;:<>()[\]"\\@\p{Cc}]+$/u.test(recipient)) return recipient;
  throw new MailTrouble("This is not an e-mail address.", true);
}

function troubleOf(error: unknown): MailTrouble {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const refused = responseCode !== undefined && responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command ?? "");
  return new MailTrouble(inWords(code, responseCode, refused), refused, error);
}

function inWords(code = "", responseCode: number | undefined, refused: boolean): string {
  if (refused) return `The mail server does not accept this e-mail (code ${responseCode}).`;
  if (code === "EAUTH" || code === "ENOAUTH") return "The mail server did not let us sign in.";
  if (code === "ETLS") return "The mail server could not be reached over a protected line.";
  if (code === "ETIMEDOUT" || code === "EABORT") return "The mail server took too long to answer.";
  if (responseCode !== undefined) return `The mail server asks us to try again later (code ${responseCode}).`;
  return "The mail server could not be reached, or hung up.";
}
