/**
 * Key-encryption keys live outside the database. Several stand at once: the newest seals, each opens what it
 * sealed. A provider never hands out such a key itself, only keys derived from it for one purpose, so that a
 * hardware module (PKCS#11: a keyed hash under a key that cannot leave) can take the place of the files.
 */
export interface KeyProvider {
  /** Oldest first; the last one seals. */
  ids(): readonly string[];
  /** A key of 32 bytes for one purpose; throws where this provider has no key of that id. */
  derive(id: string, purpose: string): Buffer;
  /** Makes the next key and answers with its id. */
  add(): string;
}
