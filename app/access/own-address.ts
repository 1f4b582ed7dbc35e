/** Only an address of our own: a sign-in page that sends people elsewhere is a thief's tool. */
export function ownAddress(next: string): string {
  return /^\/(?![/\\])[\x20-\x7e]*$/.test(next) ? next : "/tray";
}
