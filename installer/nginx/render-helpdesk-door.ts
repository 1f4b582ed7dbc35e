import type { Site } from "../site/index.ts";

/** Where the helpdesk's page answers nginx, on loopback. */
export const helpdeskPort = 9480;

/**
 * The helpdesk's page on the administrators' server. Who may open it stands here anew: nginx takes the server's list
 * only where a location has none of its own.
 */
export function renderHelpdeskDoor(site: Pick<Site, "adminRanges" | "helpdeskRanges">): string {
  const ranges = ["127.0.0.1", "::1", ...site.adminRanges, ...site.helpdeskRanges];
  const allowed = [...new Set(ranges)].map((range) => `  allow ${range};`).join("\n");
  return `# The helpdesk's page, for adminRanges and helpdeskRanges of site.yml; the latter reach nothing else.
location /helpdesk/ {
${allowed}
  deny all;
  limit_except GET {
    deny all;
  }
  proxy_pass http://127.0.0.1:${helpdeskPort};
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_connect_timeout 2s;
  proxy_read_timeout 10s;
}
`;
}
