import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every address and the one file that answers it. */
export default [
  index("routes/home/home.tsx"),

  route("neighbourhoods", "routes/places/neighbourhoods.tsx"),
  route("neighbourhoods/find", "routes/places/find-neighbourhood.tsx"),
  route("neighbourhoods/:slug", "routes/places/neighbourhood.tsx"),
  route("neighbourhoods/:slug/events.ics", "routes/events/neighbourhood-calendar.ts"),

  route("events", "routes/events/events.tsx"),
  route("events.ics", "routes/events/events-calendar.ts"),
  route("events.rss", "routes/events/events-feed.ts"),
  route("events/:slug.ics", "routes/events/event-calendar.ts"),
  route("events/:slug", "routes/events/event.tsx"),
  route("events/:slug/register", "routes/events/register.tsx"),

  route("registrations/:token", "routes/events/registration.tsx"),
  route("registrations/:token/calendar.ics", "routes/events/registration-calendar.ts"),
  route("registrations/:token/change", "routes/events/change-registration.tsx"),
  route("registrations/:token/cancel", "routes/events/cancel-registration.tsx"),
  route("registrations/:token/accept", "routes/events/accept-offer.ts"),
  route("registrations/:token/decline", "routes/events/decline-offer.ts"),
  route("registrations/:token/rejoin", "routes/events/rejoin-queue.ts"),

  route("manage", "routes/manage/home.tsx"),
  route("manage/events", "routes/manage/events.tsx"),
  route("manage/events/new", "routes/manage/new-event.tsx"),
  route("manage/events/:slug", "routes/manage/event.tsx"),
  route("manage/events/:slug/edit", "routes/manage/edit-event.tsx"),
  route("manage/events/:slug/publish", "routes/manage/publish-event.ts"),
  route("manage/events/:slug/capacity", "routes/manage/resize-event.tsx"),
  route("manage/events/:slug/cancel", "routes/manage/cancel-event.tsx"),
  route("manage/events/:slug/discard", "routes/manage/discard-event.tsx"),
  route("manage/events/:slug/book", "routes/manage/book-for-caller.tsx"),
  route("manage/events/:slug/print", "routes/manage/print-list.tsx"),
  route("manage/registrations/:id", "routes/manage/registration.tsx"),
  route("manage/registrations/:id/letter", "routes/manage/print-letter.tsx"),
  route("manage/registrations/:id/change", "routes/manage/change-party.tsx"),
  route("manage/registrations/:id/cancel", "routes/manage/cancel-party.tsx"),
  route("manage/registrations/:id/duplicate", "routes/manage/judge-duplicate.tsx"),
  route("manage/registrations/:id/answer", "routes/manage/answer-offer.ts"),
  route("manage/registrations/:id/rejoin", "routes/manage/rejoin-queue.ts"),

  ...["about", "privacy", "accessibility", "cookies", "help", "easy-read", "bsl"].map((page) =>
    route(page, "routes/home/content-page.tsx", { id: `content-${page}` }),
  ),
  route("search", "routes/home/search.tsx"),
  route("languages", "routes/home/languages.tsx"),
  route("sitemap.xml", "routes/home/sitemap.ts"),

  route("manage/messages", "routes/messages/messages.tsx"),
  route("manage/messages/failed", "routes/messages/failed-emails.tsx"),
  route("manage/messages/done", "routes/messages/done-messages.tsx"),
  route("manage/messages/:id/letter", "routes/messages/message-letter.tsx"),
  route("manage/outbox", "routes/messages/outbox.tsx"),
  route("manage/outbox/:id", "routes/messages/outbox-message.tsx"),
  route("manage/outbox/:id/html", "routes/messages/outbox-message-html.ts"),
] satisfies RouteConfig;
