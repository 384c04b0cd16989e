type SubNavProps = {
  /** Names the list for those who hear the page. */
  label: string;
  items: readonly { href: string; text: string; current?: boolean }[];
};

/** Pages that belong together, or views of one page with an address each, above the one that is looked at. */
export function SubNav({ label, items }: SubNavProps) {
  return (
    <nav className="rh-subnav" aria-label={label}>
      <ul>
        {items.map(({ href, text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
