import {
  Button,
  ButtonBar,
  Chips,
  DateInput,
  Drawer,
  FieldGroup,
  Form,
  LiveSentence,
  Lookup,
  Select,
  TextArea,
} from "../../app/ui/index.ts";
import { both } from "./both.ts";

export function SendPage() {
  return (
    <Drawer title={both("Send", "भेजें")} about="एफ 10-4/2026/1/5 · भू-अर्जन प्रकरण, ग्राम सेजबहार">
      <Form action="/send" guard>
        <Lookup
          name="toPostId"
          label={both("To", "प्रति")}
          hint={both("Name, post or section", "नाम, पद या अनुभाग")}
          url="/posts"
        />
        <Chips
          label={both("Usual desks", "सामान्यतः")}
          target="_text_toPostId"
          options={[
            { value: "1", label: both("Deputy Secretary", "उप सचिव (राजस्व)") },
            { value: "2", label: both("Section Officer", "अनुभाग अधिकारी") },
          ]}
        />
        <Select
          name="action"
          label={both("Action asked", "अपेक्षित कार्यवाही")}
          options={[
            { value: "approval", label: both("for approval", "अनुमोदनार्थ") },
            { value: "perusal", label: both("for perusal", "अवलोकनार्थ") },
          ]}
        />
        <TextArea name="remark" label={both("Remark", "टिप्पणी")} rows={2} optional />
        <FieldGroup label={both("Time", "समय-सीमा")} columns={2}>
          <DateInput name="dueOn" label={both("Due on", "देय दिनांक")} optional />
          <Select
            name="priority"
            label={both("Priority", "प्राथमिकता")}
            options={[{ value: "0", label: both("Ordinary", "सामान्य") }]}
          />
        </FieldGroup>
        <LiveSentence
          words={both("Sending to {toPostId} · {action}", "भेजा जा रहा है: {toPostId} · {action}")}
          needs={["toPostId"]}
        />
        <ButtonBar>
          <Button kind="primary">{both("Send", "भेजें")}</Button>
        </ButtonBar>
      </Form>
    </Drawer>
  );
}
