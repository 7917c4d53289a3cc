import type { Fleet } from "#lib/sample/fleet.ts";
import { hex } from "#lib/sample/invent-id.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** What the organization's own programs call: parameters, secrets, queues, logs, images. */

type Maker = (random: Random, fleet: Fleet, place: Place) => Call;

const read = (service: string, name: string, requestJson: string): Call => ({
  service,
  name,
  readOnly: true,
  requestJson,
});
const write = (service: string, name: string, requestJson: string): Call => ({
  service,
  name,
  readOnly: false,
  requestJson,
});

export const getParameter: Maker = (random, fleet) =>
  read("ssm", "GetParameter", `{"name":"${random.pick(fleet.parameters)}","withDecryption":true}`);

export const getParametersByPath: Maker = (random, fleet) =>
  read(
    "ssm",
    "GetParametersByPath",
    `{"path":"${random.pick(fleet.parameters)}","recursive":true,"withDecryption":true}`,
  );

export const getSecretValue: Maker = (random, fleet, place) =>
  read(
    "secretsmanager",
    "GetSecretValue",
    `{"secretId":"arn:aws:secretsmanager:${place.region}:${place.account}:secret:${random.pick(fleet.secrets)}","versionStage":"AWSCURRENT"}`,
  );

export const getQueueUrl: Maker = (random, fleet) =>
  read("sqs", "GetQueueUrl", `{"queueName":"${random.pick(fleet.queues)}"}`);

export const createLogStream: Maker = (random, fleet) => {
  const stream = `live/[$LATEST]${hex(random, 32)}`;
  return write(
    "logs",
    "CreateLogStream",
    `{"logGroupName":"${random.pick(fleet.logGroups)}","logStreamName":"${stream}"}`,
  );
};

export const getAuthorizationToken: Maker = () => read("ecr", "GetAuthorizationToken", "{}");

export const batchGetImage: Maker = (random, fleet, place) => {
  const repository = random.pick(fleet.repositories);
  return {
    ...read(
      "ecr",
      "BatchGetImage",
      `{"registryId":"${place.account}","repositoryName":"${repository}","imageIds":[{"imageDigest":"sha256:${hex(random, 64)}"}],"acceptedMediaTypes":["application/vnd.oci.image.index.v1+json","application/vnd.docker.distribution.manifest.v2+json"]}`,
    ),
    resourcesJson: `[{"accountId":"${place.account}","ARN":"arn:aws:ecr:${place.region}:${place.account}:repository/${repository}"}]`,
  };
};

/** The hourly sign of life of the SSM agent on an instance. */
export function updateInstanceInformation(instance: string, address: string): Call {
  return write(
    "ssm",
    "UpdateInstanceInformation",
    `{"instanceId":"${instance}","agentVersion":"3.3.2299.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","iPAddress":"${address}","computerName":"ip-${address.replaceAll(".", "-")}","agentName":"amazon-ssm-agent","availabilityZone":""}`,
  );
}

/** What the SSM agent asks again and again. */
export function listInstanceAssociations(instance: string): Call {
  return read("ssm", "ListInstanceAssociations", `{"instanceId":"${instance}","maxResults":20}`);
}

export const registerTargets: Maker = (random, fleet, place) =>
  write(
    "elasticloadbalancing",
    "RegisterTargets",
    `{"targetGroupArn":"arn:aws:elasticloadbalancing:${place.region}:${place.account}:${random.pick(fleet.targetGroups)}","targets":[{"id":"${random.pick(fleet.instances)}"}]}`,
  );

export const putMetricAlarm: Maker = (random, fleet) =>
  write(
    "monitoring",
    "PutMetricAlarm",
    `{"alarmName":"TargetTracking-${random.pick(fleet.tables)}-AlarmHigh","namespace":"AWS/DynamoDB","metricName":"ConsumedReadCapacityUnits","comparisonOperator":"GreaterThanThreshold","threshold":${300 + random.below(600)},"period":60,"evaluationPeriods":2,"statistic":"Sum"}`,
  );

export const updateService: Maker = (random, fleet) =>
  write(
    "ecs",
    "UpdateService",
    `{"cluster":"${random.pick(fleet.clusters)}","service":"${random.pick(fleet.functions)}","desiredCount":${1 + random.below(8)}}`,
  );
