import type { Borough } from "./read.server";

/** The borough's own mark, in place of the site's. */
export function BoroughLogo({ logo }: { logo: NonNullable<Borough["logo"]> }) {
  const { id, alt, width, height } = logo;
  return <img className="rh-logo__own" src={`/logo/${id}.png`} alt={alt} width={width} height={height} />;
}
