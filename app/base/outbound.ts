/**
 * INVARIANTS
 * 1. A request leaves only for an origin its caller allows, over TLS, spelled in no misleading way.
 * 2. A name is resolved once, every address it has is judged, and the connection is made to one of these:
 *    what the name says a moment later counts for nothing.
 * 3. No redirect is followed; no answer is taken that is late, packed, or longer than the limit.
 */
import type { LookupFunction } from "node:net";
import type { LookupAddress } from "node:dns";
import { request as requestPlainly, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestSecurely } from "node:https";
import { OutboundFailure } from "./outbound-failure.ts";
import { judgedAddresses, resolveByName, targetOf, type Resolve } from "./outbound-target.ts";

export { OutboundFailure, type OutboundReason } from "./outbound-failure.ts";

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Hosts on the office's own network; all others must be public. */
  readonly privateHosts?: readonly string[];
  /** Certificates (PEM) of the authority that vouches for this host, in place of the usual ones. */
  readonly authorities?: string | undefined;
  readonly milliseconds?: number;
  readonly bytes?: number;
  readonly resolve?: Resolve;
}

const longestWait = 5_000;
const largestAnswer = 1_048_576;

/** Asks one of the allowed origins; the only way out of the house over HTTP. */
export async function fetchFrom(
  allowedOrigins: readonly string[],
  address: string | URL,
  asked: OutboundRequest = {},
): Promise<Response> {
  const url = targetOf(allowedOrigins, address);
  const signal = AbortSignal.timeout(asked.milliseconds ?? longestWait);
  const addresses = await beforeLong(
    judgedAddresses(url, asked.privateHosts ?? [], asked.resolve ?? resolveByName),
    signal,
  );
  try {
    return await exchange(url, asked, { signal, lookup: only(addresses) });
  } catch (error) {
    throw explained(error, signal);
  }
}

/** A name server may be as slow as any other. */
async function beforeLong<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(slow()), { once: true });
  });
  return Promise.race([work, late]);
}

/** Gives the connection the judged addresses, whatever name it asks for. */
function only(addresses: readonly LookupAddress[]): LookupFunction {
  const [first] = addresses;
  return (_host, options, answer) => {
    if (options.all === true) {
      answer(null, [...addresses]);
    } else {
      answer(null, first?.address ?? "", first?.family);
    }
  };
}

async function exchange(
  url: URL,
  asked: OutboundRequest,
  connection: Pick<RequestOptions, "signal" | "lookup">,
): Promise<Response> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === "https:" ? requestSecurely : requestPlainly;
    const outgoing = send(url, {
      ...connection,
      agent: false,
      method: asked.method ?? "GET",
      headers: { ...asked.headers, "accept-encoding": "identity" },
      ...(asked.authorities === undefined ? {} : { ca: asked.authorities }),
    });
    outgoing.once("response", resolve).once("error", reject).end(asked.body);
  });
  try {
    return await read(answer, asked.bytes ?? largestAnswer);
  } finally {
    answer.destroy();
  }
}

async function read(answer: IncomingMessage, limit: number): Promise<Response> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) {
    throw new OutboundFailure("redirect", "The host sends elsewhere");
  }
  if ((answer.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new OutboundFailure("refused", "The answer is packed, though nobody asked for it");
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > limit) {
      throw new OutboundFailure("too-large", "The answer is too long");
    }
    pieces.push(piece);
  }
  const hasBody = ![204, 205].includes(status);
  return new Response(hasBody ? Buffer.concat(pieces) : null, {
    status,
    headers: headersOf(answer),
  });
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct)) {
    for (const value of values ?? []) {
      headers.append(name, value);
    }
  }
  return headers;
}

function explained(error: unknown, signal: AbortSignal): OutboundFailure {
  if (error instanceof OutboundFailure) {
    return error;
  }
  return signal.aborted ? slow() : new OutboundFailure("unreachable", "No answer came", error);
}

function slow(): OutboundFailure {
  return new OutboundFailure("slow", "The answer took too long");
}
