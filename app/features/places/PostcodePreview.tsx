import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { Table } from "~/ui/Table";
import { WarningText } from "~/ui/WarningText";
import type { PostcodePlan } from "./import-postcodes.server";

type PostcodePreviewProps = {
  plan: Pick<PostcodePlan, "all" | "places" | "added" | "moved" | "gone">;
  /** The file as it was sent, to be taken in when staff say yes. */
  text: string;
  action: string;
  proof: ReactNode;
};

/** What a file of postcodes would change, and the question whether it shall. */
export function PostcodePreview({ plan, text, action, proof }: PostcodePreviewProps) {
  const { all, places, added, moved, gone } = plan;
  return (
    <form className="rh-narrow" method="post" action={action}>
      {proof}
      <input type="hidden" name="text" value={text} />
      <p>
        The file has {all} postcode sectors: {added} new, {moved} in another neighbourhood than now.
      </p>
      {gone > 0 && (
        <WarningText>
          {gone === 1 ? "1 sector of now is" : `${gone} sectors of now are`} not in the file. People who live
          there will not find their neighbourhood by postcode.
        </WarningText>
      )}
      <Table
        caption="Postcode sectors by neighbourhood"
        captionSize="m"
        rows={places}
        rowKey={(one) => one.name}
        columns={[
          { header: "Neighbourhood", cell: (one) => one.name },
          { header: "Now", numeric: true, cell: (one) => one.before },
          { header: "In the file", numeric: true, cell: (one) => one.after },
        ]}
      />
      <ButtonRow>
        <Button name="act" value="save">
          Use these postcodes
        </Button>
        <ButtonLink href="/manage/places/postcodes" variant="secondary">
          Leave them as they are
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
