/** The only key pair that the embedded S3 knows; the embedded DynamoDB takes any. */
export const localCredentials = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" } as const;
