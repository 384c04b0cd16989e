import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { env } from "~/db/env.server";
import { isUnavailable } from "~/db/errors.server";
import { type Borough, findBorough } from "~/features/places/read.server";
import { makeFormToken } from "~/http/form-token.server";
import { cookieValue } from "~/http/origin-check.server";
import { loggedError } from "~/http/request-log.server";
import { cookieName } from "~/platform/cookies.server";
import { ctxFor } from "~/platform/house.server";
import { isMachineDraft, wordsIn } from "~/platform/i18n.server";
import { isLocale } from "~/platform/locales";
import { log } from "~/platform/log.server";
import { SESSION_COOKIE } from "~/platform/session.server";
import { type RequestFacts, RequestFactsContext } from "~/routes/request-facts";

export * as commands from "./commands.server";
export { start } from "./start.server";

let lastSeen: Borough | null = null;

/** The borough for a page that says what went wrong and whom to ring: as last seen, when the database is silent. */
async function boroughAnyway(): Promise<Borough | null> {
  try {
    lastSeen = await findBorough(ctxFor({ kind: "anyone" }));
  } catch {
    // Whatever it is, it has been logged, and this page must not fail too.
  }
  return lastSeen;
}

function factsOf(request: Request, context: AppLoadContext, borough: Borough | null): RequestFacts {
  const { pathname, search } = new URL(request.url);
  const locale = isLocale(context.locale) ? context.locale : "en";
  return {
    locale,
    path: pathname,
    query: search,
    demo: env.DEMO,
    machineDraft: isMachineDraft(locale),
    formToken() {
      context.page.keep = false;
      return makeFormToken(
        env.SECRET,
        new Date(),
        cookieValue(request.headers.get("cookie") ?? "", cookieName(env.ORIGIN, SESSION_COOKIE)),
      );
    },
    errorStatus: context.errorStatus,
    borough,
  };
}

/** Renders a page whole. No script is sent and nothing hydrates, so there is nothing to stream or mark for. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const borough = remix.staticHandlerContext.errors ? await boroughAnyway() : null;
  const facts = factsOf(request, context, borough);
  const page = renderToStaticMarkup(
    <RequestFactsContext.Provider value={facts}>
      <I18nextProvider i18n={wordsIn(facts.locale)}>
        <RemixServer context={remix} url={request.url} />
      </I18nextProvider>
    </RequestFactsContext.Provider>,
  );
  return new Response(`<!DOCTYPE html>${page}`, { headers, status: context.errorStatus ?? status });
}

/** What a loader or action threw: a database that can't answer now is 503, anything else a mistake of ours. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  if (isUnavailable(error)) context.errorStatus = 503;
  logError(error, request);
}

function logError(error: unknown, request: Request): void {
  log.error({ ...loggedError(error), method: request.method }, "a page failed");
}
