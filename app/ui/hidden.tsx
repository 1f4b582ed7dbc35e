/** A value that travels with the form unseen. */
export function Hidden(props: { readonly name: string; readonly value: string | number }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}
