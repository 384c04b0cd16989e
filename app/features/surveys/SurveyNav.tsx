import { SubNav } from "~/ui/SubNav";

const PAGES = [
  ["", "Survey"],
  ["sections", "Parts"],
  ["route", "Route"],
  ["preview", "Preview"],
  ["translations", "Languages"],
  ["vouchers", "Vouchers"],
] as const;

type SurveyNavProps = { slug: string; current: (typeof PAGES)[number][0] };

/** The staff pages of one survey. */
export function SurveyNav({ slug, current }: SurveyNavProps) {
  const at = `/manage/surveys/${slug}`;
  return (
    <SubNav
      label="This survey"
      items={PAGES.map(([page, text]) => ({
        href: page ? `${at}/${page}` : at,
        text,
        current: page === current,
      }))}
    />
  );
}
