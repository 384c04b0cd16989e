type SubNavItem = { href: string; text: string; current?: boolean };

/** Several views of one page, each with an address of its own. */
export function SubNav({ label, items }: { label: string; items: readonly SubNavItem[] }) {
  return (
    <nav className="rh-sub-nav rh-no-print" aria-label={label}>
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
