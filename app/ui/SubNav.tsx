type SubNavProps = {
  /** Names the list for those who hear the page. */
  label: string;
  /** `lang` and `dir`: of words that are not in the language of the page. */
  items: readonly { href: string; text: string; current?: boolean; lang?: string; dir?: "ltr" | "rtl" }[];
};

/** Pages that belong together, or views of one page with an address each, above the one that is looked at. */
export function SubNav({ label, items }: SubNavProps) {
  return (
    <nav className="rh-subnav" aria-label={label}>
      <ul>
        {items.map(({ href, text, current, ...words }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined} {...words}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
