import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { listAllAbout, listThemesOf, type ResponseSeen } from "./read.server";
import { KIND_WORDS } from "./rules";

/** Brings what can be found by words in step with the answers to one thing, inside the write that changed them. */
export async function indexResponses(ctx: Ctx, thing: Thing): Promise<void> {
  for (const seen of await listAllAbout(ctx, thing)) await indexResponse(ctx, seen);
}

/** The same for one answer. Inside a write. */
export async function indexResponse(ctx: Ctx, seen: ResponseSeen): Promise<void> {
  const { response, organisation } = seen;
  if (response.id !== seen.thing.responseId || seen.thing.hidden || !response.publishedAt) {
    await dropSearchEntry(ctx.db, "official_response", response.id);
    return;
  }
  const near = (await listNeighbourhoods(ctx)).find((one) => one.id === response.neighbourhoodId);
  const themes = (await listThemesOf(ctx, [response.id])).get(response.id) ?? [];
  const text = [
    near?.name,
    ...(near?.aliases ?? []),
    ...themes.map((theme) => theme.plainLabel),
    organisation.name,
    response.text,
    response.reason,
    response.passedTo,
  ];
  await putSearchEntry(ctx.db, {
    kind: "official_response",
    subjectId: response.id,
    title: response.said,
    summary: `${KIND_WORDS[response.kind]}. ${response.text}`,
    path: `/you-said-we-did/${response.id}`,
    text: text.filter(Boolean).join(" "),
    at: response.publishedAt,
  });
}
