import { useFrame } from "./frame.ts";

/** The fields every posted form carries: proof that it is ours, and optionally where to come back to. */
export function HiddenFields({ back = false }: { readonly back?: boolean }) {
  const { csrf, path } = useFrame();
  return (
    <>
      <input type="hidden" name="_csrf" value={csrf} />
      {back && <input type="hidden" name="back" value={path} />}
    </>
  );
}
