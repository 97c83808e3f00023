import { deleteImage } from "../deleteImage.ts";
import type { Operation } from "../dependencies.ts";
import { listPage } from "../listPage.ts";
import { Problem } from "../problem.ts";

const confirmation = "delete-all-results";
/** As many as a gateway's 30 seconds are sure to suffice for. */
const mostAtOnce = 200;

/** Deletes all images of the caller and their results, up to 200 at once; `more` tells to repeat the request. */
export const deleteResults: Operation = async (call, dependencies) => {
  if (call.headers.get("x-confirm") !== confirmation)
    throw new Problem(
      "confirmation-missing",
      `x-confirm: expected the header "x-confirm: ${confirmation}": nothing brings them back`,
    );
  let deleted = 0;
  let more = false;
  for (const status of ["classified", "rejected", "failed"] as const) {
    const { items, next } = await listPage({ status, limit: mostAtOnce - deleted }, call, dependencies);
    for (const item of items) await deleteImage(item, dependencies);
    deleted += items.length;
    more ||= next !== undefined;
    if (deleted === mostAtOnce) break;
  }
  return Response.json({ deleted, more: more || deleted === mostAtOnce });
};
