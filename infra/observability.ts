import * as budgets from "@pulumi/aws/budgets/index.js";
import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as pulumi from "@pulumi/pulumi";
import { type AlarmDefinition, alarmDefinitions, type Watched } from "./alarmDefinitions.ts";
import type { WatchConfig } from "./config/stackConfig.ts";
import { dashboardBody } from "./dashboardBody.ts";
import { noticeTopic } from "./noticeTopic.ts";
import { savedQueries } from "./savedQueries.ts";

/** What is watched, and who is told. */
export interface ObservabilityArgs extends Watched {
  readonly watch: WatchConfig;
  readonly logGroupName: pulumi.Input<string>;
  readonly accountId: pulumi.Input<string>;
  readonly region: pulumi.Input<string>;
}

/** Alarms with somebody to tell, a dashboard, saved queries and a budget. */
export class Observability extends pulumi.ComponentResource {
  public readonly topicArn: pulumi.Output<string>;
  public readonly dashboardUrl: pulumi.Output<string>;
  public readonly dashboardArn: pulumi.Output<string>;
  /** Names of the alarms, by their keys. */
  public readonly alarmNames: Readonly<Record<string, pulumi.Output<string>>>;

  public constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:Observability", name, {}, opts);
    const child = { parent: this };
    const { email, monthlyBudgetDollars } = args.watch;
    const senders = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"];
    const topic = noticeTopic(name, { senders, accountId: args.accountId, ...(email ? { email } : {}) }, this);
    this.alarmNames = Object.fromEntries(
      alarmDefinitions(args).map((alarm) => {
        const made = new cloudwatch.MetricAlarm(`${name}-${alarm.key}`, alarmInputs(alarm, topic.arn), child);
        return [alarm.key, made.name];
      }),
    );
    const dashboard = new cloudwatch.Dashboard(
      name,
      { dashboardName: name, dashboardBody: dashboardBody(args, args.region) },
      child,
    );
    for (const [query, queryString] of Object.entries(savedQueries))
      new cloudwatch.QueryDefinition(
        `${name}-${query}`,
        { name: `${name}/${query}`, queryString, logGroupNames: [args.logGroupName] },
        child,
      );
    new budgets.Budget(name, budgetInputs(monthlyBudgetDollars, args.service, topic.arn), child);
    this.topicArn = topic.arn;
    this.dashboardArn = dashboard.dashboardArn;
    this.dashboardUrl = pulumi.interpolate`https://${args.region}.console.aws.amazon.com/cloudwatch/home?region=${args.region}#dashboards/dashboard/${dashboard.dashboardName}`;
    this.registerOutputs({ topicArn: this.topicArn, dashboardUrl: this.dashboardUrl });
  }
}

function alarmInputs(alarm: AlarmDefinition, topicArn: pulumi.Output<string>): cloudwatch.MetricAlarmArgs {
  const { statistic, extendedStatistic } = alarm;
  return {
    alarmDescription: alarm.description,
    namespace: alarm.namespace,
    metricName: alarm.metricName,
    dimensions: alarm.dimensions,
    ...(statistic ? { statistic } : {}),
    ...(extendedStatistic ? { extendedStatistic } : {}),
    period: alarm.periodSeconds,
    evaluationPeriods: alarm.evaluationPeriods,
    threshold: alarm.threshold,
    comparisonOperator: "GreaterThanThreshold",
    // No image, no figure: silence is no reason to wake anybody.
    treatMissingData: "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
  };
}

/** @param costTag - value of the tag `cost`, which must be activated as a cost allocation tag once. */
function budgetInputs(dollars: number, costTag: string, topicArn: pulumi.Output<string>): budgets.BudgetArgs {
  return {
    budgetType: "COST",
    limitAmount: String(dollars),
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    costFilters: [{ name: "TagKeyValue", values: [`user:cost$${costTag}`] }],
    notifications: ["ACTUAL", "FORECASTED"].map((notificationType) => ({
      comparisonOperator: "GREATER_THAN",
      threshold: 80,
      thresholdType: "PERCENTAGE",
      notificationType,
      subscriberSnsTopicArns: [topicArn],
    })),
  };
}
