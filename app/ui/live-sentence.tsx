/**
 * A sentence that follows what is chosen in the form around it, such as "Sending to {toPostId} · {action}":
 * each gap is the name of a field and shows its chosen words. It appears once all gaps of `needs` are filled.
 */
export function LiveSentence(props: { readonly words: string; readonly needs: readonly string[] }) {
  return (
    <output
      class="live-sentence"
      data-enhance="sentence"
      data-words={props.words}
      data-needs={props.needs.join(" ")}
      hidden
    />
  );
}
