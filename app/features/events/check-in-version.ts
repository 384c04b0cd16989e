/**
 * Which modules of public/check-in the page belongs to: what a device keeps is of one version, page and
 * modules together. A test says what it has to be when a module has changed.
 */
export const CHECK_IN_VERSION = "d202543ca9b9";
