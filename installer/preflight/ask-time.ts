import { createSocket } from "node:dgram";

const beginningOfNtp = 2_208_988_800_000;

/** Asks a time server once (SNTP) and tells how far our clock is ahead of it, in milliseconds. */
export function askTime(server: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket(server.includes(":") ? "udp6" : "udp4");
    const end = (ahead: number | undefined): void => {
      clearTimeout(timer);
      socket.removeAllListeners("message");
      socket.close();
      resolve(ahead);
    };
    const timer = setTimeout(end, 2_000, undefined);
    const question = Buffer.alloc(48);
    question[0] = 0x23; // version 4, from a client
    socket.once("error", () => end(undefined));
    const asked = Date.now();
    socket.once("message", (answer) => {
      const middle = (asked + Date.now()) / 2;
      end(answer.length < 48 ? undefined : middle - timeIn(answer, 40));
    });
    socket.send(question, 123, server, (error) => error && end(undefined));
  });
}

function timeIn(answer: Buffer, at: number): number {
  const fraction = answer.readUInt32BE(at + 4) / 2 ** 32;
  return (answer.readUInt32BE(at) + fraction) * 1000 - beginningOfNtp;
}
