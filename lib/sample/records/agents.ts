/** User agents in the shapes that real clients send. */

export const AGENTS = {
  cli: "aws-cli/2.31.9 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0-48-generic md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython m/E,b,Z cfg/retry-mode#standard md/installer#exe md/distrib#ubuntu.24",
  cliMac:
    "aws-cli/2.30.4 md/awscrt#0.26.1 ua/2.1 os/macos#24.6.0 md/arch#arm64 lang/python#3.13.5 md/pyimpl#CPython m/b,E,Z cfg/retry-mode#standard md/installer#source",
  cliOld: "aws-cli/1.22.34 Python/3.10.12 Linux/6.5.0-kali3-amd64 botocore/1.23.34",
  boto: "Boto3/1.40.61 md/Botocore#1.40.61 ua/2.1 os/linux#5.10.244-240.970.amzn2.x86_64 md/arch#x86_64 lang/python#3.12.11 md/pyimpl#CPython m/Z,D,b cfg/retry-mode#legacy Botocore/1.40.61",
  monitoring:
    "Boto3/1.34.106 md/Botocore#1.34.106 ua/2.0 os/linux#5.15.0-1071-aws md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython cfg/retry-mode#adaptive Botocore/1.34.106 DatadogAWSIntegration",
  scanner:
    "Boto3/1.39.15 md/Botocore#1.39.15 ua/2.1 os/linux#6.1.141-155.222.amzn2023.x86_64 md/arch#x86_64 lang/python#3.12.10 md/pyimpl#CPython m/b,Z,D cfg/retry-mode#standard Botocore/1.39.15 APN_1826889",
  console: "AWS Internal",
  browser:
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  browserLinux: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  browserWindows:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
  terraform:
    "APN/1.0 HashiCorp/1.0 Terraform/1.13.4 (+https://www.terraform.io) terraform-provider-aws/6.19.0 (+https://registry.terraform.io/providers/hashicorp/aws) aws-sdk-go-v2/1.39.5 ua/2.1 os/linux lang/go#1.24.6 md/GOOS#linux md/GOARCH#amd64 api/ec2#1.259.0 m/b,C",
  githubAction:
    "configure-aws-credentials-for-github-actions aws-sdk-js/3.922.0 ua/2.1 os/linux#6.11.0-1018-azure lang/js md/nodejs#20.19.5 api/sts#3.922.0 m/E",
  ssmAgent: "aws-sdk-go/1.55.5 (go1.23.8; linux; amd64) amazon-ssm-agent/3.3.2299.0",
  kubelet:
    "kubelet/v1.33.4-eks-e386d34 (linux/amd64) ecr-credential-provider aws-sdk-go-v2/1.36.3 ua/2.1 os/linux lang/go#1.24.4",
  javaSdk:
    "aws-sdk-java/2.34.9 md/io#async md/http#NettyNio ua/2.1 os/Linux#5.10.244 lang/java#21.0.8 md/OpenJDK_64-Bit_Server_VM#21.0.8 m/D,N",
  nodeSdk:
    "aws-sdk-js/3.908.0 ua/2.1 os/linux#6.1.150 lang/js md/nodejs#22.20.0 api/sqs#3.908.0 exec-env/AWS_ECS_FARGATE m/E",
  scheduler:
    "aws-sdk-dotnet-coreclr/3.7.405 ua/2.0 os/linux#5.10 md/ARCH#X64 lang/.NET_Core#8.0.17 md/aws-sdk-dotnet-core#3.7.402 api/EC2#3.7.419 cfg/retry-mode#legacy Skeddly/1.0",
  backup: "rclone/v1.71.1 aws-sdk-go-v2/1.39.0 ua/2.1 os/linux lang/go#1.25.1",
} as const;
