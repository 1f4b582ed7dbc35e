import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { config } from "../base/index.ts";

/** A scan of 100 MB over a slow link takes long; a link that is silent for two minutes is dead. */
const longestRequest = 3_600_000;
const longestSilence = 120_000;
/** nginx ends a connection nothing came over for a minute; were we first, it could send a request into our goodbye. */
const longestIdleness = 75_000;
/** Requests under way when told to stop have this long. */
const longestGoodbye = 20_000;

/** Begins to answer on the office's port. */
export async function serve(listener: RequestListener): Promise<Server> {
  const server = createServer(
    { requestTimeout: longestRequest, keepAliveTimeout: longestIdleness },
    listener,
  );
  server.timeout = longestSilence;
  server.listen(config().WEB_PORT, config().WEB_ADDRESS);
  await once(server, "listening");
  return server;
}

/** Takes no new connections, lets every request under way finish, and closes each connection after it. */
export async function stopServing(server: Server): Promise<void> {
  const deadline = Date.now() + longestGoodbye;
  server.prependListener("request", (_request, response) => {
    response.setHeader("connection", "close");
  });
  server.close();
  const hurry = setInterval(() => {
    if (Date.now() < deadline) {
      server.closeIdleConnections();
    } else {
      server.closeAllConnections();
    }
  }, 50);
  await once(server, "close");
  clearInterval(hurry);
}
