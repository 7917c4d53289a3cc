/** Records of the less common kinds, made up after AWS's documentation of their fields. */

/** Insights: no userIdentity, the call's name in `insightDetails`. */
export const insightRecord = {
  eventVersion: "1.09",
  eventTime: "2026-11-12T19:10:00Z",
  awsRegion: "eu-west-1",
  eventID: "0d5e3b52-1f4a-4a11-8b3e-7f0f5a0c1b01",
  eventType: "AwsCloudTrailInsight",
  recipientAccountId: "111122223333",
  sharedEventID: "0d5e3b52-1f4a-4a11-8b3e-7f0f5a0c1b02",
  insightDetails: {
    state: "Start",
    eventSource: "ec2.amazonaws.com",
    eventName: "RunInstances",
    insightType: "ApiCallRateInsight",
    insightContext: { statistics: { baseline: { average: 0.02 }, insight: { average: 14.5 } } },
  },
  eventCategory: "Insight",
};

/** A call that a VPC endpoint's policy stopped. */
export const networkRecord = {
  eventVersion: "1.11",
  userIdentity: { type: "AWSAccount", principalId: "AIDAEXAMPLEWAYMARK07", accountId: "444455556666" },
  eventTime: "2026-11-12T19:11:00Z",
  eventSource: "s3.amazonaws.com",
  eventName: "ListObjects",
  awsRegion: "eu-west-1",
  sourceIPAddress: "2001:db8::24",
  errorCode: "VpceAccessDenied",
  errorMessage: "The request was denied due to a VPC endpoint policy",
  requestID: "9c0b7f9e-2a55-4c7b-9c55-000000000002",
  eventID: "0d5e3b52-1f4a-4a11-8b3e-7f0f5a0c1b03",
  eventType: "AwsVpceEvents",
  recipientAccountId: "111122223333",
  vpcEndpointId: "vpce-0a1b2c3d4e5f60718",
  vpcEndpointAccountId: "111122223333",
};

/** Five minutes of data events, summed up. */
export const aggregatedRecord = {
  eventVersion: "1.0",
  accountId: "111122223333",
  eventId: "0d5e3b52-1f4a-4a11-8b3e-7f0f5a0c1b04",
  eventCategory: "Aggregated",
  eventType: "AwsAggregatedEvent",
  awsRegion: "eu-west-1",
  eventSource: "s3.amazonaws.com",
  timeWindow: { windowStart: "2026-11-12T19:00:00Z", windowEnd: "2026-11-12T19:05:00Z", windowSize: "PT5M" },
  summary: {
    primaryDimension: { dimension: "eventName", statistics: [{ name: "GetObject", value: 1204 }] },
    details: [
      {
        dimension: "userIdentity",
        statistics: [{ name: "arn:aws:iam::111122223333:role/Reports", value: 1204 }],
      },
    ],
  },
};

/** eventVersion 1.0: no eventID, no recipientAccountId, no readOnly. */
export const oldestRecord = {
  eventVersion: "1.0",
  userIdentity: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLEWAYMARK08",
    arn: "arn:aws:iam::111122223333:user/amy",
    accountId: "111122223333",
    userName: "amy",
  },
  eventTime: "2014-03-06T21:22:54Z",
  eventSource: "ec2.amazonaws.com",
  eventName: "StartInstances",
  awsRegion: "us-west-2",
  sourceIPAddress: "203.0.113.7",
  userAgent: "ec2-api-tools 1.6.12.2",
  requestParameters: { instancesSet: { items: [{ instanceId: "i-1234abcd" }] } },
  responseElements: null,
};
