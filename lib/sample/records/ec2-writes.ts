import { ec2Id, uuid } from "#lib/sample/invent-id.ts";
import type { Random } from "#lib/sample/random.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** Calls to EC2 that change something. */

type State = { readonly code: number; readonly name: string };
const RUNNING: State = { code: 16, name: "running" };
const STOPPED: State = { code: 80, name: "stopped" };
const PENDING: State = { code: 0, name: "pending" };
const STOPPING: State = { code: 64, name: "stopping" };

function changeState(
  name: string,
  instances: readonly string[],
  from: State,
  to: State,
  random: Random,
  rest = {},
): Call {
  return {
    service: "ec2",
    name,
    readOnly: false,
    requestJson: JSON.stringify({
      instancesSet: { items: instances.map((instanceId) => ({ instanceId })) },
      ...rest,
    }),
    responseJson: JSON.stringify({
      requestId: uuid(random),
      instancesSet: {
        items: instances.map((instanceId) => ({ instanceId, currentState: to, previousState: from })),
      },
    }),
  };
}

/** Starts stopped instances. */
export function startInstances(instances: readonly string[], random: Random): Call {
  return changeState("StartInstances", instances, STOPPED, PENDING, random);
}

/** Stops running instances. */
export function stopInstances(instances: readonly string[], random: Random): Call {
  return changeState("StopInstances", instances, RUNNING, STOPPING, random, { force: false });
}

/** Terminates running instances. */
export function terminateInstances(instances: readonly string[], random: Random): Call {
  return changeState("TerminateInstances", instances, RUNNING, { code: 32, name: "shutting-down" }, random);
}

/** Asks for the state of given instances. */
export function describeInstances(instances: readonly string[]): Call {
  return {
    service: "ec2",
    name: "DescribeInstances",
    readOnly: true,
    requestJson: JSON.stringify({
      instancesSet: { items: instances.map((instanceId) => ({ instanceId })) },
      filterSet: {},
    }),
  };
}

/** Runs one instance, as an auto scaling group does, with the long answer that EC2 gives. */
export function runInstances(
  place: { account: string; region: string },
  group: string,
  subnet: string,
  random: Random,
): Call {
  const instanceId = ec2Id("i", uuid(random));
  const imageId = ec2Id("ami", `${place.region}/base`);
  const type = random.pick(["m7g.large", "c7g.xlarge", "t4g.medium"]);
  const tags = {
    items: [
      { key: "aws:autoscaling:groupName", value: group },
      { key: "Name", value: group },
    ],
  };
  const address = `10.20.${random.below(64)}.${10 + random.below(200)}`;
  return {
    service: "ec2",
    name: "RunInstances",
    readOnly: false,
    requestJson: JSON.stringify({
      instancesSet: { items: [{ imageId, minCount: 1, maxCount: 1 }] },
      instanceType: type,
      subnetId: subnet,
      clientToken: `fleet-${uuid(random)}-0`,
      tagSpecificationSet: { items: [{ resourceType: "instance", tags: tags.items }] },
      monitoring: { enabled: true },
      disableApiTermination: false,
    }),
    responseJson: JSON.stringify({
      requestId: uuid(random),
      reservationId: ec2Id("r", uuid(random)),
      ownerId: place.account,
      groupSet: {},
      instancesSet: {
        items: [
          {
            instanceId,
            imageId,
            instanceState: PENDING,
            privateDnsName: `ip-${address.replaceAll(".", "-")}.${place.region}.compute.internal`,
            amiLaunchIndex: 0,
            productCodes: {},
            instanceType: type,
            placement: { availabilityZone: `${place.region}a`, tenancy: "default" },
            monitoring: { state: "pending" },
            subnetId: subnet,
            privateIpAddress: address,
            stateReason: { code: "pending", message: "pending" },
            architecture: "arm64",
            rootDeviceType: "ebs",
            rootDeviceName: "/dev/xvda",
            tagSet: tags,
            hypervisor: "xen",
            ebsOptimized: true,
            enaSupport: true,
            metadataOptions: { state: "pending", httpTokens: "required", httpPutResponseHopLimit: 2 },
          },
        ],
      },
    }),
  };
}

/** A new network interface, made by a service in a subnet. */
export function createNetworkInterface(
  subnet: string,
  group: string,
  description: string,
  random: Random,
): Call {
  const id = ec2Id("eni", uuid(random));
  return {
    service: "ec2",
    name: "CreateNetworkInterface",
    readOnly: false,
    requestJson: `{"subnetId":"${subnet}","description":"${description}","groupSet":{"items":[{"groupId":"${group}"}]},"privateIpAddressesSet":{}}`,
    responseJson: `{"requestId":"${uuid(random)}","networkInterface":{"networkInterfaceId":"${id}","subnetId":"${subnet}","description":"${description}","requesterManaged":true,"status":"pending","interfaceType":"interface","groupSet":{"items":[{"groupId":"${group}"}]}}}`,
  };
}
