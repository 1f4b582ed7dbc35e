import { once } from "node:events";
import { z } from "zod";
import { helpdeskPort } from "../../../nginx/render-helpdesk-door.ts";
import { watchFiles } from "../../../offices/watch-office.ts";
import { words } from "../../../words.ts";
import { exit } from "../../exit-codes.ts";
import { option } from "../../option.ts";
import { verb } from "../../verb.ts";

export const helpdesk = verb({
  path: ["helpdesk"],
  words: words({
    hi: "सहायता केंद्र का पृष्ठ चलाना (एक सेवा इसे चलाती है)",
    en: "Serve the page of the helpdesk (a unit runs this)",
  }),
  options: z.object({
    port: option(
      z.coerce.number().int().default(helpdeskPort),
      words({ hi: "लूपबैक पर पोर्ट", en: "Port on loopback" }),
    ),
    prometheus: option(
      z.url().default("http://127.0.0.1:9090"),
      words({ hi: "Prometheus का पता", en: "Address of Prometheus" }),
    ),
  }),
  run: async ({ options, language }) => {
    // Only who serves the page needs what draws it.
    const { serveHelpdesk, sourcesOf } = await import("../../../watching/helpdesk/serve.ts");
    const server = serveHelpdesk(sourcesOf(options.prometheus, watchFiles, language));
    server.listen(options.port, "127.0.0.1");
    await once(server, "listening");
    await new Promise<void>((resolve) => {
      process.once("SIGTERM", resolve);
      process.once("SIGINT", resolve);
    });
    server.close();
    server.closeAllConnections();
    return exit.ok;
  },
});
