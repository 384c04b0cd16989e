import { SMTPServer } from "smtp-server";

/**
 * A mail server on loopback that writes down what it takes and can behave badly. `mood` is asked at each
 * RCPT TO: `well`, `later` (451), `never` (550), `stall` (no answer), `hang-up`, or `lose-answer` (takes the
 * message, then hangs up instead of saying so).
 * @param {{ mood?: () => "well" | "later" | "never" | "stall" | "hang-up" | "lose-answer" }} [options]
 */
export async function startMailServer({ mood = () => "well" } = {}) {
  /** @type {{ id: string, to: string, raw: string, at: number }[]} */
  const taken = [];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  /** @type {Map<string, string>} */
  const moods = new Map();
  const socketOf = (session) => [...sockets].find((socket) => socket.remotePort === session.remotePort);
  const refusal = (responseCode, words) => Object.assign(new Error(words), { responseCode });

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onRcptTo(_address, session, callback) {
      const now = mood();
      moods.set(session.id, now);
      if (now === "later") return callback(refusal(451, "Try again later"));
      if (now === "never") return callback(refusal(550, "No such person"));
      if (now === "stall") return undefined;
      if (now === "hang-up") return socketOf(session)?.destroy();
      return callback();
    },
    onData(stream, session, callback) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString("utf8");
        const id = /^Message-ID: (<[^>\r\n]+>)\r?$/im.exec(raw)?.[1] ?? "";
        taken.push({ id, to: session.envelope.rcptTo[0]?.address ?? "", raw, at: Date.now() });
        if (moods.get(session.id) === "lose-answer") return socketOf(session)?.destroy();
        return callback();
      });
    },
  });
  server.on("error", () => {
    // Broken connections are what these tests are about.
  });
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());

  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}
