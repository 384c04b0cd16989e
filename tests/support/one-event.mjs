/** Columns that a copy has of its own; the rest is as in the event that it was copied from. */
const FRESH = {
  confirmed_places: 0,
  held_places: 0,
  kept_places: 0,
  waiting_count: 0,
  next_in_queue: 1,
  carers_take_places: true,
  opens_at: null,
  closes_at: null,
};

const literal = (value) => (typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value));

async function columnsOf(peek, table) {
  const rows =
    peek.engine === "sqlite"
      ? await peek.all("select name from pragma_table_info(?)", table)
      : await peek.all(
          "select column_name as name from information_schema.columns where table_name = ?",
          table,
        );
  return rows.map((row) => row.name);
}

/**
 * Puts an event of our own beside the demo's: a copy of the last one that takes bookings, empty, under another name.
 * Do this before the site starts, so that it need not hear of it.
 * @param peek a connection that writes (peek.mjs)
 * @param {{ slug: string, capacity: number }} change
 * @returns {Promise<string>} its id
 */
export async function addEvent(peek, { slug, capacity }) {
  const id = crypto.randomUUID();
  const own = { ...FRESH, id, slug, title: `Event ${slug}`, capacity };
  const columns = await columnsOf(peek, "events");
  const values = columns.map((name) => (name in own ? literal(own[name]) : name));
  await peek.run(
    `insert into events (${columns.join(", ")}) select ${values.join(", ")} from events
     where state = 'published' and audience = 'everyone' and registration = 'open'
     order by starts_at desc limit 1`,
  );
  return id;
}
