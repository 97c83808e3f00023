import * as dynamodb from "@pulumi/aws/dynamodb/index.js";
import * as pulumi from "@pulumi/pulumi";
import { createTableInput, resultsTable } from "../handler/results/resultsTable.ts";

/** What a stack decides about its table. */
export interface ResultsTableArgs {
  /** Deletion is refused by AWS, by Pulumi, and the data stays when the resource goes. */
  readonly production: boolean;
  /** Every change of a result is sent to whoever reads the table's stream. */
  readonly stream: boolean;
}

/** The results of all images, by the definition that the handler and the local stack share. */
export class ResultsTable extends pulumi.ComponentResource {
  public readonly tableName: pulumi.Output<string>;
  public readonly tableArn: pulumi.Output<string>;
  /** Empty without a stream. */
  public readonly streamArn: pulumi.Output<string>;

  public constructor(name: string, { production, stream }: ResultsTableArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:ResultsTable", name, {}, opts);
    const table = new dynamodb.Table(
      name,
      {
        billingMode: "PAY_PER_REQUEST",
        ...keys(),
        ttl: { attributeName: resultsTable.timeToLiveAttribute, enabled: true },
        pointInTimeRecovery: { enabled: true },
        serverSideEncryption: { enabled: true },
        deletionProtectionEnabled: production,
        ...(stream ? { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" } : {}),
      },
      // A changed key would replace the table and its data: protected, such a change is refused instead.
      { parent: this, protect: production, retainOnDelete: production },
    );
    this.tableName = table.name;
    this.tableArn = table.arn;
    this.streamArn = table.streamArn;
    this.registerOutputs({ tableName: this.tableName, tableArn: this.tableArn });
  }
}

/** The keys and indexes of CreateTable, as Pulumi spells them. */
function keys() {
  const { AttributeDefinitions = [], GlobalSecondaryIndexes = [] } = createTableInput("");
  return {
    hashKey: resultsTable.partitionKey,
    attributes: AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
      name: AttributeName!,
      type: AttributeType!,
    })),
    globalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema = [], Projection }) => ({
      name: IndexName!,
      projectionType: Projection!.ProjectionType!,
      keySchemas: KeySchema.map(({ AttributeName, KeyType }) => ({ attributeName: AttributeName!, keyType: KeyType! })),
    })),
  };
}
