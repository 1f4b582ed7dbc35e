import { connect } from "node:net";

/** Connects and waits a moment for what the server says first. */
export function greeting(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    let isConnected = false;
    const end = (line: string | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(line);
    };
    const timer = setTimeout(() => end(isConnected ? "" : undefined), 3_000);
    socket.once("connect", () => (isConnected = true));
    socket.once("data", (said) => end(said.toString("utf8").split("\r\n")[0] ?? ""));
    socket.once("error", () => end(undefined));
    socket.once("end", () => end(""));
  });
}
