/** Some services put the version of their API behind the name: `GetFunction20150331v2`, `CreateFunction2020_05_31`. */
export function plainEventName(eventName: string): string {
  return eventName.replace(/20\d\d_?[01]\d_?[0-3]\d(?:v\d+)?$/, "");
}
