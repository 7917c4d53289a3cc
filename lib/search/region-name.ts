/** A region's name: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. Narrow, so that `prod-web-1` is none. */
export const REGION = /^(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-[a-z]+-\d{1,2}$/;
