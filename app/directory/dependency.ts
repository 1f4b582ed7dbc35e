import { defineDependency } from "../base/index.ts";
import { serversHeard, tryServers } from "./ask.ts";
import { directory } from "./settings.ts";

defineDependency("directory", async () => {
  const here = directory();
  if (!here) {
    return undefined;
  }
  await tryServers(here);
  return serversHeard(here).some(({ isDown }) => !isDown);
});
