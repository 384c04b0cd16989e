import type { Scene } from "./scene";

/** How one address of the site map is opened, for a look at it. */
export type Stop = {
  /** Who of the demo opens it; left out, a resident without an account. */
  as?: string;
  /** The page that links to a record whose page this is. */
  from?: string;
  /** Takes the way to it where a link is not enough, and returns its address. */
  way?: (scene: Scene) => Promise<string>;
  /** What it answers with, when not 200. */
  status?: number;
  /** It has a form that comes back when everything in it is left empty. */
  refuses?: true;
  /** The button that sends that form, when it is not the last. */
  presses?: string;
  /** A sheet for the printer, without the site around it. */
  sheet?: true;
  /** Public, but there is no other language of it. */
  english?: true;
};

/** The engagement lead, who may open nearly everything. */
export const HELEN = "helen-pike";
/** Sees that what is kept about people goes in time. */
export const CARL = "carl-innes";
/** The administrator. */
export const INES = "ines-fairweather";

/** A page of the demo that needs no way to it. */
export const at = (address: string): Pick<Stop, "way"> => ({ way: async () => address });
