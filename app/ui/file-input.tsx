import { t } from "../base/words.ts";
import { Field } from "./field.tsx";
import type { FieldProps } from "./field.tsx";

/** Documents to be uploaded; the form around it must be `multipart`. */
export function FileInput(
  props: FieldProps & {
    readonly accept?: string | undefined;
    readonly multiple?: boolean | undefined;
  },
) {
  return (
    <Field {...props}>
      {(control) => (
        <>
          <input
            {...control}
            class="control control-file"
            type="file"
            accept={props.accept}
            multiple={props.multiple}
          />
          <progress
            class="upload-progress"
            max={100}
            value={0}
            hidden
            aria-label={t("Uploading")}
          />
        </>
      )}
    </Field>
  );
}
