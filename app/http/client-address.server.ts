import { isIP, isIPv4 } from "node:net";

/**
 * The visitor's address. With `proxies` trusted ones in front, it is the entry of X-Forwarded-For that the
 * outermost of them wrote, counted from the right so that a visitor cannot choose it.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: number,
): string {
  const hops = proxies > 0 ? String(forwardedFor ?? "").split(",") : [];
  const named = hops[Math.max(0, hops.length - proxies)]?.trim() ?? "";
  return network(isIP(named) ? named : (socketAddress ?? ""));
}

/** IPv4 as it is, also when written as IPv6; any other IPv6 cut to its first 64 bits. */
function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!address.includes(":")) return address;
  return `${groups(address.split("%")[0] ?? "")
    .slice(0, 4)
    .join(":")}::/64`;
}

function groups(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(gap).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
