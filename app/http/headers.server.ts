import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { LETTER_STYLE } from "~/platform/letter.server";

/** One header as name and value. */
export type Header = readonly [name: string, value: string];

/** Response header by which a route picks another content security policy; taken off before sending. */
export const POLICY_HEADER = "x-rh-csp";

const DEFAULT_POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
  "object-src": "'none'",
  "manifest-src": "'self'",
};

const letterStyle = createHash("sha256").update(LETTER_STYLE).digest("base64");

/**
 * The named policies a route may ask for. `camera`: a page that may read codes with the camera. `mail`: a page that shows a message in a frame.
 * `mail-body`: the message itself, which may be framed by us and may do nothing but follow a link, in
 * place of the whole page, when someone presses it.
 */
const POLICIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  default: DEFAULT_POLICY,
  mail: { ...DEFAULT_POLICY, "frame-src": "'self'" },
  camera: DEFAULT_POLICY,
  "mail-body": {
    "default-src": "'none'",
    "style-src": `'sha256-${letterStyle}'`,
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    "base-uri": "'none'",
    sandbox: "allow-top-navigation-by-user-activation",
  },
};

const PRIVATE_PAGES = /^\/(?:registrations|needs|sign-in|sign-out|manage|account)(?:\/|$)/i;

/** True for pages that search engines must not list; takes the decoded path without its language. */
export function isPrivatePage(path: string): boolean {
  return PRIVATE_PAGES.test(path);
}

/** The security headers of every response. */
export interface SecurityHeaders {
  /** The headers with the policy of that name; an unknown name gets the strictest, the default. */
  list(policy?: string): readonly Header[];
  /** Puts them on a response that has not been sent, over anything set before. */
  put(res: ServerResponse, policy?: string): void;
}

/** Makes the security headers for a site at `origin`; HSTS and upgrading only when it is https. */
export function securityHeaders(origin: string): SecurityHeaders {
  const https = origin.startsWith("https:");
  const sets = new Map(Object.keys(POLICIES).map((name) => [name, headersWith(name, https)]));
  const fallback = headersWith("default", https);
  const list = (policy = "default") => sets.get(policy) ?? fallback;
  return {
    list,
    put(res, policy) {
      for (const [name, value] of list(policy)) res.setHeader(name, value);
    },
  };
}

function headersWith(policy: string, https: boolean): readonly Header[] {
  const headers: Header[] = [
    ["Content-Security-Policy", policyText(POLICIES[policy] ?? DEFAULT_POLICY, https)],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", policy === "mail-body" ? "SAMEORIGIN" : "DENY"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    [
      "Permissions-Policy",
      `camera=(${policy === "camera" ? "self" : ""}), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()`,
    ],
  ];
  if (https) headers.push(["Strict-Transport-Security", "max-age=63072000; includeSubDomains"]);
  return headers;
}

function policyText(policy: Readonly<Record<string, string>>, https: boolean): string {
  const parts = Object.entries(policy).map(([directive, sources]) => `${directive} ${sources}`.trim());
  if (https) parts.push("upgrade-insecure-requests");
  return parts.join("; ");
}
