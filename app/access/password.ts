import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

/** The password as it is kept: a PHC string that carries its own cost and salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(salt)}$${encode(tag)}`;
}

/** Takes as long for an account without a password, so that time tells nothing. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , , salt = "", tag = ""] = (kept ?? unusable).split("$");
  const given = await tagOf(password, Buffer.from(salt, "base64"));
  const expected = Buffer.from(tag, "base64");
  return expected.length === given.length && timingSafeEqual(expected, given) && kept !== null;
}

const unusable = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(randomBytes(16))}$${encode(randomBytes(32))}`;

async function tagOf(password: string, salt: Uint8Array): Promise<Buffer> {
  return derive("argon2id", {
    message: password.normalize("NFKC"),
    nonce: salt,
    tagLength,
    ...cost,
  });
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replace(/={1,2}$/, "");
}
