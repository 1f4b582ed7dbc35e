import { request, type Agent } from "node:http";
import type { Request } from "./operations.ts";

export interface Given {
  readonly body: Buffer;
  readonly type: string;
}

/** Sends one request over a kept connection; anything but the expected status is an error. */
export function ask(port: number, agent: Agent, asked: Request): Promise<Given> {
  const { method, path, headers, body, status } = asked;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = request(
      { host: "127.0.0.1", port, agent, method, path, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const given = Buffer.concat(chunks);
          if (answer.statusCode === status) {
            resolve({ body: given, type: answer.headers["content-type"] ?? "" });
          } else {
            const told = given.toString("utf8").slice(0, 500);
            reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${told}`));
          }
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
