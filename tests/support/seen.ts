// What can be seen of a page. Each of these runs inside the browser, so it uses nothing from outside itself.

/** Things to press that are smaller than 24 by 24 px, and main ones smaller than 44. Words in a line may be. */
export function smallTargets(): string[] {
  const coversMore = (element: Element) => {
    const after = getComputedStyle(element, "::after");
    return after.position === "absolute" && after.content !== "none";
  };
  return [...document.querySelectorAll("a, button, summary, input, select, textarea")]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const isInLine = element.matches("a") && element.closest("p, dd, label, .govuk-hint, .rh-prose li");
      if (!element.checkVisibility() || width < 2) return false;
      if (element.matches(".govuk-skip-link, .rh-trap *")) return false;
      if (isInLine || coversMore(element)) return false;
      const least = element.matches(".govuk-button, [type=radio], [type=checkbox]") ? 44 : 24;
      return width < Math.min(least, 24) || height < least;
    })
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 110)}`;
    });
}

/** What makes the page scroll sideways, and parts that scroll without a name or without the keyboard. */
export function sidewaysParts(): string[] {
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isIn = (element: Element) => {
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (
        one !== document.body &&
        one !== document.documentElement &&
        getComputedStyle(one).overflowX !== "visible"
      )
        return true;
    }
    return false;
  };
  const root = document.documentElement;
  const all = [...document.querySelectorAll("body *")];
  const wide =
    root.scrollWidth > root.clientWidth
      ? all.filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 0 && (right > root.clientWidth + 1 || left < -1) && !isIn(element);
        })
      : [];
  const nameless = all.filter(
    (element) =>
      scrolls(element) &&
      !element.matches("textarea, select") &&
      element.scrollWidth > element.clientWidth + 1 &&
      !(element.getAttribute("tabindex") === "0" && element.matches("[aria-label], [aria-labelledby]")),
  );
  const last = wide.length > 0 ? wide.slice(-3) : [];
  const page = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
  return [...page, ...[...last, ...nameless].map((element) => element.outerHTML.slice(0, 140))];
}

/** Text that its box cuts off. */
export function clippedText(): string[] {
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((element) => {
      if (!/hidden|clip/.test(getComputedStyle(element).overflow)) return false;
      const isShown =
        element.checkVisibility() && !element.closest("svg, thead, .rh-trap, .govuk-visually-hidden");
      if (!isShown || !element.textContent?.trim()) return false;
      return element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
    })
    .map((element) => element.outerHTML.slice(0, 140));
}

/** Buttons, fields and marks of what is chosen that only a background colour had shown. */
export function chosenColoursLost(): string[] {
  const hasEdge = (style: CSSStyleDeclaration) =>
    ["Top", "Bottom", "Left", "Right"].some(
      (side) =>
        style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== "none" &&
        Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) >= 1,
    ) ||
    (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1);
  const shows = (element: Element) => {
    if (!element.matches("[type=radio], [type=checkbox]"))
      return [element, element.closest("li") ?? element].some((one) => hasEdge(getComputedStyle(one)));
    const label = element.nextElementSibling;
    return label !== null && hasEdge(getComputedStyle(label, "::before"));
  };
  const wanted =
    ".govuk-button, input:not([type=hidden]), select, textarea, [aria-current=page], .govuk-error-summary, .govuk-notification-banner";
  return [...document.querySelectorAll(wanted)]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
    .filter((element) => !element.closest(".rh-trap") && !shows(element))
    .map((element) => element.outerHTML.slice(0, 110));
}

/**
 * Goes to each stop of the keyboard: its mark is 2 px or more and stands out 3:1 from what is behind it, and it is in
 * view with nothing over it. The last key must have been Tab, because marks are for those who use keys.
 */
export function wrongStops(): string[] {
  type Colour = [number, number, number];
  const parse = (text: string): [Colour, number] | null => {
    const parts = text.match(/rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:[,/ ]+([\d.]+))?\)/);
    if (!parts) return null;
    return [[Number(parts[1]), Number(parts[2]), Number(parts[3])], Number(parts[4] ?? 1)];
  };
  const light = (colour: Colour) => {
    const [r, g, b] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  };
  const contrast = (one: Colour, other: Colour) => {
    const [a, b] = [light(one), light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const ground = (element: Element | null): Colour => {
    for (let one = element; one; one = one.parentElement) {
      const found = parse(getComputedStyle(one).backgroundColor);
      if (found && found[1] > 0.5) return found[0];
    }
    return [255, 255, 255];
  };
  const marksOf = (style: CSSStyleDeclaration): string[] => {
    const isOutlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    const shadows = [...style.boxShadow.matchAll(/(rgba?\([^)]+\))((?: -?[\d.]+px){4})/g)]
      .filter((one) => Math.abs(Number.parseFloat(one[2]?.trim().split(" ")[3] ?? "")) >= 2)
      .map((one) => one[1] ?? "");
    return isOutlined ? [style.outlineColor, ...shadows] : shadows;
  };
  const isForced = matchMedia("(forced-colors: active)").matches;
  const faultOf = (element: HTMLElement): string | null => {
    element.focus();
    if (document.activeElement !== element) return null;
    const label = element.matches("[type=radio], [type=checkbox]") ? element.nextElementSibling : null;
    const marked = label ?? element;
    const style = getComputedStyle(marked, label ? "::before" : null);
    // A shape on a map is marked by its own edge.
    const edge = element instanceof SVGElement && getComputedStyle(element.querySelector("path") ?? element);
    if (edge && Number.parseFloat(edge.strokeWidth) >= 2) {
      const colour = parse(edge.stroke);
      return colour && contrast(colour[0], ground(element.closest("svg"))) >= 3 ? null : "no mark";
    }
    const marks = isForced
      ? marksOf(style).filter(() => style.outlineStyle !== "none")
      : marksOf(style).filter((mark) => {
          const colour = parse(mark);
          return colour && contrast(colour[0], ground(marked.parentElement)) >= 3;
        });
    if (marks.length === 0) return "no mark";
    if (isForced) return null;
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box || box.bottom < 0 || box.top > innerHeight) return "out of sight";
    const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
    const y = Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height / 2, 8)));
    const top = document.elementFromPoint(x, y);
    const isSeen = top && (element.contains(top) || top.contains(element) || top === label);
    return isSeen ? null : `covered by ${top?.outerHTML.slice(0, 60)}`;
  };
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll<HTMLElement>(stops)]
    .filter((element) => element.checkVisibility() && element.tabIndex >= 0)
    .map((element) => [faultOf(element), element.outerHTML.slice(0, 100)] as const)
    .filter(([fault]) => fault !== null)
    .map(([fault, html]) => `${fault}: ${html}`);
}
