const arrow = (
  <svg className="rh-arrow" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M3 10h12m-5-5.5 5.5 5.5-5.5 5.5" />
  </svg>
);

/** The arrow in a button that leads on; turned round in right-to-left languages. */
export function Arrow() {
  return arrow;
}
