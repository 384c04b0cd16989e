import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { answerRequest } from "./answer-request.server";
import { type DoorState, makeDoor } from "./door.server";
import { Exchange } from "./exchange.server";
import type { FrontDoorOptions } from "./front-door-options";
import { watchLateness } from "./load-shedding.server";
import { ownOrigins } from "./origin-check.server";
import { answerParserErrors } from "./parser-errors.server";
import { logHits, logRequest } from "./request-log.server";
import { type StopControls, stopServer } from "./shutdown.server";

/** An open front door. */
export interface FrontDoor {
  address: AddressInfo;
  /** Stops taking requests, finishes those in hand, and returns when all connections are gone. */
  close(): Promise<void>;
}

/** Opens the site's http server; fails when the port cannot be had. */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const state: DoorState = {
    inFlight: 0,
    lastRequestAt: 0,
    isStopping: false,
    hold: undefined,
    origins: new Set([options.origin]),
  };
  const lateness = watchLateness();
  const door = makeDoor(options, state, lateness.lateSeconds);
  const responses = new WeakMap<Duplex, ServerResponse>();

  function answerNew(req: IncomingMessage, res: ServerResponse) {
    const exchange = new Exchange(req, res, door);
    state.inFlight++;
    state.lastRequestAt = exchange.startedAt;
    responses.set(req.socket, res);
    res.once("close", () => {
      state.inFlight--;
      if (responses.get(req.socket) === res) responses.delete(req.socket);
      logRequest(exchange, options.log);
    });
    answerRequest(exchange, door).catch((error) => door.failed(exchange, error));
  }

  function answerLater(req: IncomingMessage, res: ServerResponse) {
    if (state.hold) void state.hold.then(() => answerNew(req, res));
    else answerNew(req, res);
  }

  const server = createServer(
    {
      requireHostHeader: false,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 1000,
      // Longer than proxies keep theirs, so that they never send on a connection we are closing.
      keepAliveTimeout: 75_000,
    },
    (req, res) => {
      if (state.hold || state.isStopping || !door.pages.answer(req, res)) answerLater(req, res);
    },
  );
  server.on("checkContinue", answerLater);
  server.on("checkExpectation", (req: IncomingMessage, res: ServerResponse) => {
    const exchange = new Exchange(req, res, door);
    exchange.refuse(417, [["Connection", "close"]]);
  });
  answerParserErrors(server, { ...door, currentResponse: (socket) => responses.get(socket) });

  const address = await listen(server, options);
  state.origins = ownOrigins(options.origin, options.originIsExplicit, options.host, address.port);
  const stopLoggingHits = logHits(options.log, () => door.pages.hits);

  let closed: Promise<void> | undefined;
  async function close() {
    await stopServer(server, stopControls(state));
    lateness.stop();
    stopLoggingHits();
  }
  return { address, close: () => (closed ??= close()) };
}

function stopControls(state: DoorState): StopControls {
  return {
    hold() {
      let letGo = () => {};
      state.hold = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => {
        state.hold = undefined;
        letGo();
      };
    },
    markStopping() {
      state.isStopping = true;
    },
    inFlight: () => state.inFlight,
    lastRequestAt: () => state.lastRequestAt,
  };
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve(server.address() as AddressInfo);
    });
  });
}
