import { refuseIf, Unfit, type Look } from "./finding.ts";

const mostParts = 200;
const deepest = 3;
const dangerous =
  /\.(?:exe|dll|scr|com|pif|bat|cmd|ps1|vbs?|vbe|jse?|wsf?|wsh|hta|jar|lnk|msi|reg|iso|img|html?|svg|xhtml|chm|zip|rar|7z|gz|docm|xlsm|pptm|dotm|one|url)$/i;

/** A mail is kept for reading: what is attached to it must be what could be uploaded on its own. */
export async function inspectMail(text: string, look: Look, depth = 1): Promise<void> {
  const { head, body } = split(text);
  refuseIf(
    !/^(?:from|received|return-path|date|subject|to|message-id|mime-version|delivered-to|x-[\w-]+|content-type):/im.test(
      head,
    ),
    "unknown",
  );
  refuseIf(!/^from:/im.test(head) || !/^(?:date|received|subject):/im.test(head), "unknown");
  await inspectPart({ head, body }, { depth, left: mostParts, look });
}

interface Part {
  readonly head: string;
  readonly body: string;
}

interface Budget {
  readonly depth: number;
  readonly look: Look;
  left: number;
}

function split(text: string): Part {
  const at = /\r?\n\r?\n/.exec(text);
  return at
    ? { head: unfolded(text.slice(0, at.index)), body: text.slice(at.index + at[0].length) }
    : { head: unfolded(text), body: "" };
}

function unfolded(head: string): string {
  return head.replace(/\r?\n[ \t]+/g, " ");
}

async function inspectPart({ head, body }: Part, budget: Budget): Promise<void> {
  budget.left -= 1;
  refuseIf(budget.left < 0 || budget.depth > deepest + 5, "bomb");
  const type = /^content-type:\s*([^;\s]+)/im.exec(head)?.[1]?.toLowerCase() ?? "text/plain";
  refuseUnclear(head);
  const boundary = boundaryIn(head);
  if (type.startsWith("multipart/") && boundary !== undefined) {
    const inside = { ...budget, depth: budget.depth + 1 };
    const pieces = body.split(`--${boundary}`).slice(1);
    refuseIf(pieces.length === 0, "holds-files");
    for (const piece of pieces) {
      if (!piece.startsWith("--")) {
        await inspectPart(split(piece.replace(/^\r?\n/, "")), inside);
      }
    }
    budget.left = inside.left;
  } else {
    await inspectLeaf(head, { type, content: decoded(head, body), look: budget.look });
  }
}

/** A mail whose parts one program finds here and the next one there. */
function refuseUnclear(head: string): void {
  const isOdd = /^content-(?:type|transfer-encoding|disposition)[ \t]+:/im.test(head);
  const types = head.match(/^content-type:/gim) ?? [];
  const encodings = head.match(/^content-transfer-encoding:/gim) ?? [];
  const boundaries = head.match(/boundary[\s*\d]*=/gi) ?? [];
  const isTwice = [types, encodings, boundaries].some(({ length }) => length > 1);
  refuseIf(isOdd || isTwice, "holds-files");
}

function boundaryIn(head: string): string | undefined {
  const found = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(head);
  return found?.[1] ?? found?.[2];
}

interface Leaf {
  readonly type: string;
  readonly content: Buffer;
  readonly look: Look;
}

async function inspectLeaf(head: string, { type, content, look }: Leaf): Promise<void> {
  const name = nameIn(head);
  refuseIf(dangerous.test(name), "holds-files");
  if (type === "message/rfc822") {
    await inspectMail(content.toString("utf8"), look, deepest);
  } else if (type.startsWith("text/") && name === "") {
    const text = content.toString("latin1");
    refuseIf(uuencoded.test(text), "holds-files");
    refuseIf(activeMarkup.test(text), "markup");
  } else if (content.length > 0) {
    await inspectAttachment(name, content, look);
  }
}

/** Programs still take a file out of the middle of a text that begins so. */
const uuencoded = /^begin [0-7]{3,4} \S/im;
const activeMarkup = /<\s*(?:script|iframe|object|embed|svg)|javascript:/i;

function nameIn(head: string): string {
  const found = /(?:file)?name\*?(?:\d\*?)?\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(head);
  return (found?.[1] ?? found?.[2] ?? "").trim();
}

async function inspectAttachment(name: string, content: Buffer, look: Look): Promise<void> {
  const extension = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? "";
  refuseIf(extension === "eml", "holds-files");
  await look(content, extension).catch((error: unknown) => {
    throw error instanceof Unfit ? new Unfit("holds-files") : error;
  });
}

function decoded(head: string, body: string): Buffer {
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === "base64") {
    return Buffer.from(body, "base64");
  }
  return encoding === "quoted-printable"
    ? Buffer.from(
        body
          .replace(/=\r?\n/g, "")
          .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
        "latin1",
      )
    : Buffer.from(body, "latin1");
}
