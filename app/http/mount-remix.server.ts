import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Request, type Response } from "express";
import type { LoadContext } from "./load-context";
import { firstPart, narrowBuilds } from "./narrow-builds";

/** Answers one request that the front door has let in; fails when no answer could be made. */
export type Handle = (
  req: IncomingMessage,
  res: ServerResponse,
  context: LoadContext,
) => Promise<void> | void;

/** Mounts a Remix build in Express, as the front door's handler. */
export function mountRemix(build: ServerBuild, mode: string): Handle {
  const contexts = new WeakMap<object, LoadContext>();
  const handler = (of: ServerBuild) =>
    createRequestHandler({
      build: of,
      mode,
      getLoadContext(_req, res) {
        const context = contexts.get(res);
        if (!context) throw new Error("A request reached Remix without passing the front door");
        return context;
      },
    });
  const whole = handler(build);
  const narrow = new Map(narrowBuilds(build).map(([part, of]) => [part, handler(of)]));
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // The front door has removed what visitors forwarded and put the scheme of our own origin there.
  app.set("trust proxy", true);
  app.use((req, res, next) => (narrow.get(firstPart(req.path.slice(1))) ?? whole)(req, res, next));
  return (req, res, context) =>
    new Promise((resolve, reject) => {
      contexts.set(res, context);
      res.once("close", resolve);
      app(req as Request, res as Response, (error: unknown) =>
        reject(error ?? new Error("No route answered")),
      );
    });
}
