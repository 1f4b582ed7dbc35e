/** What site.yml says: one schema for installer, application, preflight and Ansible. */
export { siteJsonSchema } from "./json-schema.ts";
export { parseSite, readSite, SiteRefused, type SiteProblem } from "./read-site.ts";
export { renamedKeys, Site, usualBackupFolder } from "./schema.ts";
export { sizingOf, type Sizing } from "./sizing.ts";
export { webEnvironment } from "./web-environment.ts";
