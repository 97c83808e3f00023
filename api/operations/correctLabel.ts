import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Correction, ResultItem } from "../../handler/results/resultItem.ts";
import type { Operation } from "../dependencies.ts";
import { findVisible } from "../findVisible.ts";
import { Problem } from "../problem.ts";
import { readJson } from "../readJson.ts";
import { showItem } from "../showItem.ts";

/** Keeps what a person says is on an image beside the model's answer, and takes it out of the review queue. */
export const correctLabel: Operation = async (call, dependencies) => {
  const { label } = await readJson(call);
  if (typeof label !== "string" || label.trim() === "" || label.length > 200)
    throw new Problem(
      "bad-body",
      `label: expected a text of 1 to 200 characters, got ${JSON.stringify(label)?.slice(0, 100)}`,
    );
  const item = await findVisible(call, dependencies);
  const correction: Correction = {
    label: label.trim(),
    at: dependencies.now().toISOString(),
    ...(call.caller ? { by: call.caller } : {}),
  };
  const { Attributes } = await dependencies.documents.send(
    new UpdateCommand({
      TableName: dependencies.tableName,
      Key: { id: item.id },
      UpdateExpression: "SET correction = :correction REMOVE review",
      ConditionExpression: "attribute_exists(id)",
      ExpressionAttributeValues: { ":correction": correction },
      ReturnValues: "ALL_NEW",
    }),
  );
  return Response.json(showItem(Attributes as ResultItem));
};
