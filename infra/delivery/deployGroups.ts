/** What Pulumi calls to make, read, change and delete resources of some types. */
export interface DeployGroup {
  readonly sid: string;
  readonly types: readonly string[];
  readonly actions: readonly string[];
  /** ARNs with ACCOUNT, REGION and PREFIX to be filled in; only what the service cannot narrow further is a star. */
  readonly resources: readonly string[];
}

/** By service. tests/infra/delivery holds the types against the program: one without a line here fails a test. */
export const deployGroups: readonly DeployGroup[] = [
  {
    sid: "Buckets",
    types: [
      ...["aws:s3/bucket:Bucket", "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
      ...["aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/bucketVersioning:BucketVersioning"],
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      ...["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "aws:s3/bucketPolicy:BucketPolicy"],
      ...["aws:s3/bucketNotification:BucketNotification", "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"],
      "aws:s3/bucketObjectv2:BucketObjectv2",
    ],
    actions: [
      ...["s3:CreateBucket", "s3:DeleteBucket", "s3:ListBucket", "s3:ListBucketVersions", "s3:GetBucketLocation"],
      ...["s3:GetBucketAcl", "s3:GetBucketCORS", "s3:PutBucketCORS", "s3:GetBucketWebsite", "s3:GetBucketVersioning"],
      ...["s3:PutBucketVersioning", "s3:GetAccelerateConfiguration", "s3:GetBucketRequestPayment"],
      ...["s3:GetBucketLogging", "s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
      ...["s3:GetReplicationConfiguration", "s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration"],
      ...["s3:GetBucketObjectLockConfiguration", "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
      ...["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock", "s3:GetBucketOwnershipControls"],
      ...["s3:PutBucketOwnershipControls", "s3:GetBucketNotification", "s3:PutBucketNotification"],
      ...["s3:GetBucketTagging", "s3:PutBucketTagging", "s3:ListTagsForResource", "s3:TagResource"],
      ...["s3:UntagResource", "s3:GetObject", "s3:GetObjectTagging", "s3:PutObject", "s3:PutObjectTagging"],
      ...["s3:DeleteObject", "s3:DeleteObjectVersion"],
    ],
    resources: ["arn:aws:s3:::PREFIX*"],
  },
  {
    sid: "Queues",
    types: [
      ...["aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy"],
      "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
    ],
    actions: [
      ...["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:GetQueueAttributes", "sqs:SetQueueAttributes", "sqs:GetQueueUrl"],
      ...["sqs:ListQueueTags", "sqs:TagQueue", "sqs:UntagQueue"],
    ],
    resources: ["arn:aws:sqs:REGION:ACCOUNT:PREFIX*"],
  },
  {
    sid: "Table",
    types: ["aws:dynamodb/table:Table"],
    actions: [
      ...["dynamodb:CreateTable", "dynamodb:DeleteTable", "dynamodb:DescribeTable", "dynamodb:UpdateTable"],
      ...["dynamodb:DescribeTimeToLive", "dynamodb:UpdateTimeToLive", "dynamodb:DescribeContinuousBackups"],
      ...["dynamodb:UpdateContinuousBackups", "dynamodb:ListTagsOfResource", "dynamodb:TagResource"],
      "dynamodb:UntagResource",
    ],
    resources: ["arn:aws:dynamodb:REGION:ACCOUNT:table/PREFIX*"],
  },
  {
    sid: "Functions",
    types: [
      ...["aws:lambda/function:Function", "aws:lambda/alias:Alias", "aws:lambda/permission:Permission"],
      "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
    ],
    actions: [
      ...["lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction", "lambda:GetFunctionConfiguration"],
      ...["lambda:GetFunctionCodeSigningConfig", "lambda:GetPolicy", "lambda:ListVersionsByFunction"],
      ...["lambda:PublishVersion", "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
      ...["lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency", "lambda:CreateAlias"],
      ...["lambda:UpdateAlias", "lambda:DeleteAlias", "lambda:GetAlias", "lambda:AddPermission"],
      ...["lambda:RemovePermission", "lambda:PutProvisionedConcurrencyConfig"],
      ...["lambda:GetProvisionedConcurrencyConfig", "lambda:DeleteProvisionedConcurrencyConfig"],
      ...["lambda:ListTags", "lambda:TagResource", "lambda:UntagResource"],
    ],
    resources: ["arn:aws:lambda:REGION:ACCOUNT:function:PREFIX*"],
  },
  {
    sid: "EventSources",
    types: ["aws:lambda/eventSourceMapping:EventSourceMapping"],
    actions: [
      ...["lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping", "lambda:GetEventSourceMapping"],
      ...["lambda:UpdateEventSourceMapping", "lambda:ListTags", "lambda:TagResource"],
    ],
    // Their names are made by Lambda.
    resources: ["arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:*"],
  },
  {
    sid: "Pipes",
    types: ["aws:pipes/pipe:Pipe"],
    actions: [
      ...["pipes:CreatePipe", "pipes:DeletePipe", "pipes:DescribePipe", "pipes:UpdatePipe"],
      ...["pipes:ListTagsForResource", "pipes:TagResource", "pipes:UntagResource"],
    ],
    resources: ["arn:aws:pipes:REGION:ACCOUNT:pipe/PREFIX*"],
  },
  {
    sid: "Gateway",
    types: [
      ...["aws:apigatewayv2/api:Api", "aws:apigatewayv2/integration:Integration", "aws:apigatewayv2/route:Route"],
      ...["aws:apigatewayv2/stage:Stage", "aws:apigatewayv2/authorizer:Authorizer"],
      ...["aws:apigatewayv2/domainName:DomainName", "aws:apigatewayv2/apiMapping:ApiMapping"],
    ],
    actions: ["apigateway:GET", "apigateway:POST", "apigateway:PATCH", "apigateway:PUT", "apigateway:DELETE"],
    resources: [
      ...["arn:aws:apigateway:REGION::/apis", "arn:aws:apigateway:REGION::/apis/*"],
      ...["arn:aws:apigateway:REGION::/domainnames", "arn:aws:apigateway:REGION::/domainnames/*"],
      "arn:aws:apigateway:REGION::/tags/*",
    ],
  },
  {
    sid: "Logs",
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    actions: [
      ...["logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:DeleteRetentionPolicy"],
      ...["logs:ListTagsForResource", "logs:TagResource", "logs:UntagResource"],
    ],
    resources: ["arn:aws:logs:REGION:ACCOUNT:log-group:PREFIX*"],
  },
  {
    // These know no resources, or only those that are there already.
    sid: "LogsOfTheAccount",
    types: ["aws:cloudwatch/queryDefinition:QueryDefinition"],
    actions: [
      ...["logs:DescribeLogGroups", "logs:PutQueryDefinition", "logs:DeleteQueryDefinition"],
      ...["logs:DescribeQueryDefinitions", "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery"],
      ...[
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
      ],
    ],
    resources: ["*"],
  },
  {
    sid: "Alarms",
    types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
    actions: [
      ...["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms"],
      ...["cloudwatch:ListTagsForResource", "cloudwatch:TagResource", "cloudwatch:UntagResource"],
    ],
    resources: ["arn:aws:cloudwatch:REGION:ACCOUNT:alarm:PREFIX*"],
  },
  {
    sid: "Dashboard",
    types: ["aws:cloudwatch/dashboard:Dashboard"],
    actions: ["cloudwatch:PutDashboard", "cloudwatch:GetDashboard", "cloudwatch:DeleteDashboards"],
    resources: ["arn:aws:cloudwatch::ACCOUNT:dashboard/PREFIX*"],
  },
  {
    sid: "Topic",
    types: ["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription"],
    actions: [
      ...["sns:CreateTopic", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:SetTopicAttributes", "sns:Subscribe"],
      ...["sns:Unsubscribe", "sns:GetSubscriptionAttributes", "sns:ListTagsForResource", "sns:TagResource"],
      "sns:UntagResource",
    ],
    resources: ["arn:aws:sns:REGION:ACCOUNT:PREFIX*"],
  },
  {
    sid: "Budget",
    types: ["aws:budgets/budget:Budget"],
    actions: ["budgets:ViewBudget", "budgets:ModifyBudget", "budgets:ListTagsForResource", "budgets:TagResource"],
    resources: ["arn:aws:budgets::ACCOUNT:budget/PREFIX*"],
  },
  {
    sid: "Distribution",
    types: [
      ...["aws:cloudfront/distribution:Distribution", "aws:cloudfront/originAccessControl:OriginAccessControl"],
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    ],
    actions: [
      ...["cloudfront:CreateDistribution", "cloudfront:GetDistribution", "cloudfront:UpdateDistribution"],
      ...["cloudfront:DeleteDistribution", "cloudfront:TagResource", "cloudfront:UntagResource"],
      ...["cloudfront:ListTagsForResource", "cloudfront:CreateOriginAccessControl"],
      ...["cloudfront:GetOriginAccessControl", "cloudfront:UpdateOriginAccessControl"],
      ...["cloudfront:DeleteOriginAccessControl", "cloudfront:CreateResponseHeadersPolicy"],
      ...["cloudfront:GetResponseHeadersPolicy", "cloudfront:UpdateResponseHeadersPolicy"],
      "cloudfront:DeleteResponseHeadersPolicy",
    ],
    // Their names are made by CloudFront.
    resources: [
      ...["arn:aws:cloudfront::ACCOUNT:distribution/*", "arn:aws:cloudfront::ACCOUNT:origin-access-control/*"],
      "arn:aws:cloudfront::ACCOUNT:response-headers-policy/*",
    ],
  },
  {
    sid: "TrafficShift",
    types: [
      ...["aws:codedeploy/application:Application", "aws:codedeploy/deploymentGroup:DeploymentGroup"],
      "aws:codedeploy/deploymentConfig:DeploymentConfig",
    ],
    actions: [
      ...["codedeploy:CreateApplication", "codedeploy:DeleteApplication", "codedeploy:GetApplication"],
      ...["codedeploy:UpdateApplication", "codedeploy:CreateDeploymentGroup", "codedeploy:DeleteDeploymentGroup"],
      ...["codedeploy:GetDeploymentGroup", "codedeploy:UpdateDeploymentGroup", "codedeploy:CreateDeploymentConfig"],
      ...["codedeploy:DeleteDeploymentConfig", "codedeploy:GetDeploymentConfig", "codedeploy:CreateDeployment"],
      ...["codedeploy:GetDeployment", "codedeploy:RegisterApplicationRevision"],
      ...["codedeploy:GetApplicationRevision", "codedeploy:ListTagsForResource", "codedeploy:TagResource"],
      "codedeploy:UntagResource",
    ],
    resources: [
      ...["arn:aws:codedeploy:REGION:ACCOUNT:application:PREFIX*"],
      ...["arn:aws:codedeploy:REGION:ACCOUNT:deploymentgroup:PREFIX*"],
      ...["arn:aws:codedeploy:REGION:ACCOUNT:deploymentconfig:*"],
    ],
  },
  {
    sid: "Roles",
    types: ["aws:iam/role:Role", "aws:iam/rolePolicy:RolePolicy"],
    actions: [
      ...["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies"],
      ...["iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:UpdateAssumeRolePolicy"],
      ...["iam:TagRole", "iam:UntagRole"],
    ],
    resources: ["arn:aws:iam::ACCOUNT:role/PREFIX*"],
  },
];
