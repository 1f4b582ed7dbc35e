/**
 * INVARIANT: reading ends once, whatever comes: all files stored, or the first failure, after which the rest of
 * the request is read and thrown away, so that the sender gets the answer, and nothing stays half written.
 */
import busboy from "busboy";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { Refusal, tooLarge } from "../errors.ts";
import { words } from "../words.ts";
import { Fields } from "./fields.ts";
import { receiveFile, type UploadedFile } from "./uploaded-file.ts";

const limits = { files: 50, fields: 2_000, fieldSize: 1_048_576, fieldNameSize: 200, parts: 2_100 };

type Receive = typeof receiveFile;

/** Streams each file to where it is received, such as the store, as it arrives. */
export async function readMultipart(
  request: IncomingMessage,
  receive: Receive = receiveFile,
): Promise<Record<string, unknown>> {
  const fields = new Fields();
  const storing: Promise<UploadedFile | undefined>[] = [];
  const form = open(request);
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe(form);
      form.destroy();
      request.resume();
      reject(error);
    };
    form.on("field", (name, value, { nameTruncated, valueTruncated }) => {
      try {
        refuseIf(nameTruncated || valueTruncated);
        fields.add(name, value);
      } catch (error) {
        fail(error);
      }
    });
    form.on("file", (field, stream, { filename }) => {
      stream.on("error", () => undefined); // it may break before anyone reads it; who reads is told
      const one = receive(field, filename, stream);
      one.catch((error: unknown) => fail(isBrokenOff(error, stream) ? cutOff() : error));
      storing.push(one);
    });
    for (const beyond of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
      form.on(beyond, () => fail(tooMuch()));
    }
    // A file that was refused breaks the form too: its own reason comes first.
    form.on("error", () => void Promise.allSettled(storing).then(() => fail(cutOff())));
    form.on("close", () => void Promise.all(storing).then(() => resolve(), fail));
    request.on("close", () => request.complete || fail(cutOff()));
    request.pipe(form);
  });
  const stored = await Promise.all(storing);
  return { ...fields.values(), files: stored.filter((file) => file !== undefined) };
}

function open(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: "utf8", limits });
  } catch {
    throw cutOff(); // it does not say where its parts end
  }
}

/** A refusal of the store is its own reason; any other failure of a broken stream is the break. */
function isBrokenOff(error: unknown, stream: Readable): boolean {
  return !(error instanceof Refusal) && stream.errored !== null;
}

/** A value that is too long must not be kept in part: a note that lost its end would look whole. */
function refuseIf(isTruncated: boolean): void {
  if (isTruncated) {
    throw tooMuch();
  }
}

function tooMuch(): Refusal {
  return tooLarge(words("What was sent is too large."));
}

function cutOff(): Refusal {
  return new Refusal(400, "cut-off", { words: "The upload was cut off. Send it again." });
}
