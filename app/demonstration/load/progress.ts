/** Says on one line what is being made and how far it is; the launcher shows it as it comes. */
export function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Tells each time another part of the whole is done, `times` in all. */
export function counter(name: string, whole: number, times = 5): () => void {
  let done = 0;
  const part = Math.max(1, Math.ceil(whole / times));
  return () => {
    done += 1;
    if (done % part === 0 || done === whole) {
      tell(`  ${name}: ${done} of ${whole}`);
    }
  };
}
